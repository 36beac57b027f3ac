"""Types of a table's columns."""

import pytest

from etude.checks.column_types import ColumnTypes
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = ColumnTypes(
    of=Call(function="clean", label="the table"),
    types={"day": "integer", "kind": "text", "height": "float32"},
)


def columns(day="int64", kind="<U4", height="float32", rows=(3, 3, 3)):
    types = {"int64": "integer", "<U4": "text", "float32": "float32", "float64": "float64"}
    names = zip(("day", "kind", "height"), (day, kind, height), rows, strict=True)
    return {name: {"type": types[d], "dtype": d, "rows": r} for name, d, r in names}


def judged(found):
    return CHECK.judge({"type": "dict", "columns": found})


def test_the_right_types_pass():
    assert judged(columns()).status is Status.PASSED


@pytest.mark.parametrize(
    ("found", "received"),
    [
        (columns(height="float64"), "height: float64"),
        (columns(day="<U4"), "day: <U4"),
        (columns(rows=(3, 3, 2)), "day 3, kind 3, height 2"),
        ({"day": columns()["day"]}, "day"),
        (None, "a dict"),
    ],
)
def test_others_are_named(found, received):
    assert judged(found).received == received


@pytest.mark.tensorflow
def test_arrays_and_tensors_are_looked_at(probe: Probe):
    program = (
        "import numpy as np, tensorflow as tf\n"
        "def clean():\n"
        "    kinds = np.array(['oak', 'lime'], dtype=object)\n"
        "    return {'day': tf.constant([1, 2]), 'kind': kinds, 'height': np.ones(2, 'float32')}\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED
