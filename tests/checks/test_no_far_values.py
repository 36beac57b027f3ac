"""Values that no row of a table could have."""

from typing import Any

import pytest

from etude.checks.no_far_values import NoFarValues
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = NoFarValues(of=(Name(name="table"),), columns=("mass", "length"), name="far")
PROGRAM = """\
import numpy as np
table = np.random.default_rng(0).normal([4000.0, 200.0], [800.0, 14.0], (100, 2))
{}
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("", Status.PASSED),
        ("table[7] = table.mean(axis=0)", Status.PASSED),
        ("table[7, 1] = np.nan", Status.PASSED),
        ("table[7, 1] = 0", Status.FAILED),
        ("table = (table - table.mean(axis=0)) / table.std(axis=0)", Status.PASSED),
        ("table = None", Status.FAILED),
        ("table = table[:, 0]", Status.FAILED),
    ],
)
def test_compares_each_value_with_its_column(probe: Any, change: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(change))).status is status


@pytest.mark.tensorflow
def test_names_column_row_and_what_others_hold(probe: Any) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format("table[7, 1] = 0")))

    assert verdict.received.startswith("0 for length in row 7, where all others lie between 1")
