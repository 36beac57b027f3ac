"""Arrays that a loop left half empty."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import rows_never_filled as diagnosis
from etude.domain.finding import Finding

LOOP = """\
def collected(batches):
    rows = np.zeros((60, 8))
    for i, some in enumerate(batches):
        rows[i * 10 : i * 10 + 10] = some
{indent}return rows
"""


def found(empty: int, indent: int = 8) -> Finding | None:
    run = fit(model(dense(1)), labels=integers(0, 1))
    train = replace(run.train, cardinality=60, empty_end=empty)
    return diagnosis.match(
        evidence(fits=[replace(run, train=train)], program=LOOP.format(indent=" " * indent))
    )


def test_points_at_the_return_inside_the_loop() -> None:
    finding = found(50)

    assert finding is not None
    assert finding.line == 5
    assert "the last 50 of the 60 rows" in finding.evidence
    assert "behind the loop" in finding.change


def test_points_at_fit_where_no_return_ends_the_loop() -> None:
    finding = found(50, indent=4)

    assert finding is not None
    assert finding.line != 5
    assert "how far it comes" in finding.change


@pytest.mark.parametrize("empty", [0, 5, 12, 60])
def test_is_silent_on_few_empty_rows_and_on_zeros_alone(empty: int) -> None:
    assert found(empty) is None
