"""The marking scheme: the old file as before, and the same from a data base."""

from etude.checks.defines import Defines
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.gives_examples import GivesExamples
from etude.checks.returns_type import ReturnsType
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Call, SqliteFile, TextFile

PARTS = {
    "0": Tensor(shape=(2,), dtype="float32", label="features"),
    "1": Tensor(integers=True, label="tip"),
}


def trips(count, seed):
    """Made-up trips; every seventh lacks its distance, every ninth its tip."""
    return [
        {
            "km": None if i % 7 == 3 else 1 + (i * 5 + seed) % 23 / 2,
            "minutes": 4.0 + i,
            "tip": None if i % 9 == 5 else (i * i + seed) % 3 % 2,
        }
        for i in range(count)
    ]


def complete(rows):
    whole = [row for row in rows if None not in row.values()]
    return {
        "0": [[row["km"], row["minutes"]] for row in whole],
        "1": [row["tip"] for row in whole],
    }


def cell(value):
    return "" if value is None else str(value)


OF_FILE, OF_TABLE = trips(20, seed=1), trips(60, seed=2)
FILE = TextFile(
    name="trips.csv",
    lines=("km,minutes,tip", *(",".join(map(cell, row.values())) for row in OF_FILE)),
)
BASE = SqliteFile(
    name="trips.db",
    table="trips",
    columns={
        "tip": [row["tip"] for row in OF_TABLE],
        "driver": [f"driver {i % 5}" for i in range(len(OF_TABLE))],
        "minutes": [row["minutes"] for row in OF_TABLE],
        "km": [row["km"] for row in OF_TABLE],
    },
)
FROM_FILE = Call(function="load_trips", args=(FILE, 6), label="the dataset of a CSV file")
FROM_TABLE = Call(function="load_trips", args=(BASE, 8), label="training data of a data base")
GAPS = "look at how a gap looks in a row: None in a data base, an empty text in a CSV file"

CHECKS = [
    Defines(function="load_trips", parameters=("path", "batch_size")),
    ReturnsType(name="file", of=FROM_FILE, kinds=("dataset",), after=("defines",)),
    ElementSpec(name="file_shapes", of=FROM_FILE, parts=PARTS, batch=6, after=("file",)),
    GivesExamples(
        name="file_trips",
        of=FROM_FILE,
        parts=complete(OF_FILE),
        things="trips",
        attempt=GAPS,
        after=("file_shapes",),
    ),
    ReturnsType(name="table", of=FROM_TABLE, kinds=("dataset",), after=("defines",)),
    ElementSpec(
        name="table_shapes", of=FROM_TABLE, parts=PARTS, batch=8, points=2, after=("table",)
    ),
    GivesExamples(
        name="table_trips",
        of=FROM_TABLE,
        parts=complete(OF_TABLE),
        things="trips",
        attempt=GAPS,
        points=3,
        after=("table_shapes",),
    ),
    ShufflesEachEpoch(of=FROM_TABLE, points=2, after=("table_shapes",)),
]
