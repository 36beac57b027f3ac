"""The marking scheme: what comes out of the pipeline for the real file and for a made-up one."""

from etude.checks.defines import Defines
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.gives_examples import GivesExamples
from etude.checks.prefetches import Prefetches
from etude.checks.returns_type import ReturnsType
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Call, Folder, TextFile

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
PARTS = {
    "0": Tensor(shape=(4,), dtype="float32", label="features"),
    "1": Tensor(integers=True, label="labels"),
}

# Eighteen made-up penguins, columns in another order; the fifth, ninth and last lack a measure,
# the seventh only a keeper.
ROWS = [
    {
        "keeper": "" if i == 6 else f"pen {i % 4}",
        "body_mass_g": str(3000 + 50 * i),
        "species": SPECIES[(i * i) % 3 if i % 5 else 2],
        "bill_depth_mm": "" if i == 4 else str(14 + i / 4),
        "year": "2008",
        "flipper_length_mm": "" if i in (8, 17) else str(180 + 2 * i),
        "bill_length_mm": str(35 + i / 2),
    }
    for i in range(18)
]
COMPLETE = [row for row in ROWS if all(row[name] for name in MEASURES)]
OTHER_FILE = TextFile(
    name="other_penguins.csv",
    lines=(",".join(ROWS[0]), *(",".join(row.values()) for row in ROWS)),
)

REAL_FILE = "data/penguins/penguins.csv"
DATA = Call(function="load_penguins", args=(REAL_FILE, 16), label="training data")
OTHER = Call(function="load_penguins", args=(OTHER_FILE, 4), label="training data of another file")

CHECKS = [
    Defines(function="load_penguins", parameters=("path", "batch_size")),
    ReturnsType(of=DATA, kinds=("dataset",), after=("defines",)),
    ElementSpec(of=DATA, parts=PARTS, batch=16, points=2, after=("returns_type",)),
    ElementSpec(name="other_size", of=OTHER, parts=PARTS, batch=4, after=("element_spec",)),
    GivesExamples(
        of=OTHER,
        parts={
            "0": [[float(row[name]) for name in MEASURES] for row in COMPLETE],
            "1": [SPECIES.index(row["species"]) for row in COMPLETE],
        },
        things="rows",
        attempt="find columns by their name; leave out rows with an empty measure, and no others; keep "
        "measures as they are and labels in the order of the statement",
        points=3,
        after=("element_spec",),
    ),
    ShufflesEachEpoch(of=DATA, points=2, after=("element_spec",)),
    Prefetches(of=[DATA], after=("element_spec",)),
]
