"""Inputs and labels of different length."""

import pytest
from described import dense, evidence, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import numbers_of_examples_differ as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Fit

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


def _trained(labels: int, **arguments: float) -> Evidence:
    data = Data(role="fit", kind="arrays", cardinality=150, label_order={"elements": labels})
    fit = Fit(index=0, line=4, model=model(dense(1)), train=data, arguments=arguments)
    return evidence(fits=[fit])


def test_a_split_that_does_not_count_the_labels_is_told() -> None:
    finding = diagnosis.match(_trained(450, validation_split=0.2))

    assert finding is not None
    assert finding.line == 4
    assert "150 inputs and 450 labels" in finding.evidence


@pytest.mark.parametrize(
    "found",
    [_trained(150, validation_split=0.2), _trained(0, validation_split=0.2), _trained(450)],
    ids=["as many", "not known", "Keras counts"],
)
def test_a_split_of_as_many_labels_is_not(found: Evidence) -> None:
    assert diagnosis.match(found) is None
