"""Inputs and labels of different length."""

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import numbers_of_examples_differ as diagnosis

SAID = "Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."


@pytest.mark.parametrize(
    ("shape", "change"),
    [
        ([1, 99, 120], "the 99 rows lie within one example, of the shape (1, 99, 120)"),
        ([1, 30, 120], "find the step that drops rows"),
        ([98, 120], "find the step that drops rows"),
    ],
)
def test_the_change_follows_from_where_the_rows_are(shape: list[int], change: str) -> None:
    seen = stopped(model(dense(1)), arrays(x=shape, y=[99]), SAID)

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.evidence == f"fit is given {shape[0]} inputs and 99 labels"
    assert finding.change.startswith(change)


def test_is_silent_on_another_message() -> None:
    seen = stopped(model(dense(1)), arrays(x=[8, 4], y=[9]), "something else")

    assert diagnosis.match(seen) is None
