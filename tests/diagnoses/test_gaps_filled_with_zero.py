"""Zero in the place of a missing value."""

from typing import Any

import pytest
from described import evidence
from trained import adapted

from etude.diagnoses.catalogue import gaps_filled_with_zero

PROGRAM = """\
ages = np.nan_to_num(ages)
scale.adapt(ages)
"""


def gaps(like: list[str], median: float = 125.0) -> dict[str, Any]:
    one = {"column": "income", "finite": True, "like": like, "median": median}
    return {"fills_gaps": {"gaps": [one]}}


def test_fires_when_a_gap_counts_as_zero_at_the_filling() -> None:
    program = (
        "known = column[~np.isnan(column)]\nfilled = ops.where(\n    ops.isnan(raw), 0.0, raw)\n"
    )

    finding = gaps_filled_with_zero.match(evidence(facts=gaps(["zero"]), program=program))

    assert finding is not None
    assert finding.line == 2
    assert "a gap in income counts as 0" in finding.evidence
    assert "125" in finding.evidence


def test_is_silent_when_the_median_is_zero_or_a_statistic_was_taken() -> None:
    assert gaps_filled_with_zero.match(evidence(facts=gaps(["median"]))) is None
    assert gaps_filled_with_zero.match(evidence(facts=gaps(["zero", "median"], 0.0))) is None
    assert gaps_filled_with_zero.match(evidence(facts=gaps(["zero", "mean", "median"]))) is None


def test_fires_on_raw_values_that_were_filled_before_adapt() -> None:
    calls = [adapted(line=2, low=0.0, high=63.0, mean=36.8)]

    finding = gaps_filled_with_zero.match(evidence(calls=calls, program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert "between 0 and 63 (mean 36.8)" in finding.evidence


@pytest.mark.parametrize(
    ("program", "seen"),
    [
        (PROGRAM.replace("(ages)", "(ages, nan=34.0)", 1), {"mean": 36.8}),
        (PROGRAM.replace("(ages)", "(ages, True, 34.0)", 1), {"mean": 36.8}),
        ("scale.adapt(known)\nfeatures = np.nan_to_num(scale(ages))\n", {"line": 1, "mean": 36.8}),
        (PROGRAM, {"low": -1.7, "mean": 0.0}),
        (PROGRAM, {"low": 18.0, "mean": 36.8}),
    ],
    ids=["another value", "by position", "after scaling", "standardised", "no zero seen"],
)
def test_is_silent_on(program: str, seen: dict[str, Any]) -> None:
    calls = [adapted(**({"line": 2, "low": 0.0, "high": 63.0} | seen))]

    assert gaps_filled_with_zero.match(evidence(calls=calls, program=program)) is None


@pytest.mark.parametrize(
    ("filling", "deviations", "line"),
    [
        ('float(row["mass"] or "0")', 8.2, 2),
        ('float(row["mass"] or 0)', 8.2, 2),
        ('float(row["mass"] or "0")', 2.9, 0),
        ('float(row["mass"] or "nan")', 8.2, 0),
        ('float(row["mass"] or False)', 8.2, 0),
    ],
)
def test_fires_where_nothing_is_read_as_zero_and_a_value_is_far_from_its_column(
    filling: str, deviations: float, line: int
) -> None:
    far = {"no_far_values": {"furthest": [None, {"row": 3, "deviations": deviations}]}}

    finding = gaps_filled_with_zero.match(
        evidence(facts=far, program=f"for row in rows:\n    masses.append({filling})\n")
    )

    assert (finding.line if finding is not None else 0) == line
