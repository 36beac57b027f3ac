"""The marking scheme: the file itself, and what comes back from it."""

from etude.checks.defines import Defines
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.gives_examples import GivesExamples
from etude.checks.returns_type import ReturnsType
from etude.checks.stores_records import StoresRecords
from etude.checks.values import Arrays, Call, Path

PARTS = {
    "0": Tensor(shape=(3,), dtype="float32", label="measures"),
    "1": Tensor(dtype="string", label="name"),
}
NAMES = ["Ute", "Jürgen", "Ali", "Zoë", "Bo", "Mei", "Nur", "Ada", "Tom", "Ines"]
FIRST = {"file": "first.tfrecord", "rows": Arrays(shape=(10, 3), seed=1), "names": NAMES}
OTHER = {
    "file": "other.tfrecord",
    "rows": Arrays(shape=(5, 3), low=-50, high=50, seed=2),
    "names": NAMES[4:9],
}


def written(case):
    return Call(
        function="write_records",
        args=(Path(name=case["file"]), case["rows"], case["names"]),
        label=case["file"],
    )


def read(case, batch_size):
    return Call(
        function="read_records",
        args=(written(case), batch_size),
        label=f"the dataset of {case['file']}",
    )


def comes_back(case, batch_size, **more):
    return GivesExamples(
        of=read(case, batch_size),
        parts={"0": case["rows"], "1": case["names"]},
        in_order=True,
        **more,
    )


CHECKS = [
    Defines(function="write_records", parameters=("path", "measures", "names")),
    Defines(name="reads", function="read_records", parameters=("path", "batch_size")),
    StoresRecords(
        of=written(FIRST),
        features={"measures": "float", "name": "bytes"},
        values={"measures": FIRST["rows"], "name": FIRST["names"]},
        points=3,
        after=("defines",),
    ),
    ReturnsType(of=read(FIRST, 4), kinds=("dataset",), after=("reads", "stores_records")),
    comes_back(FIRST, 4, points=2, after=("returns_type",)),
    ElementSpec(of=read(FIRST, 4), parts=PARTS, batch=4, points=2, after=("gives_examples",)),
    comes_back(OTHER, 3, name="other_rows", after=("element_spec",)),
]
