"""Validation on the training examples."""

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import validated_on_training_data as diagnosis

PROGRAM = "\n" * 8 + "model.fit(\n    x, y,\n    validation_data=(x, y))\n"
VALIDATION = arrays(rows=48, role="validation")


@pytest.mark.parametrize(
    ("overlap", "words"), [("same", "the very examples"), ("part", "some of the examples")]
)
def test_fires_at_the_argument_of_fit(overlap: str, words: str) -> None:
    fit = trained(loss=[1.0], validation=VALIDATION, overlap=overlap)

    finding = diagnosis.match(evidence(fits=[fit], program=PROGRAM))

    assert finding is not None
    assert finding.line == 11
    assert finding.evidence == f"the validation data of fit (48 examples) are {words} it trains on"


def test_is_silent_on_other_examples_and_on_none() -> None:
    other = trained(loss=[1.0], validation=VALIDATION)

    assert diagnosis.match(evidence(fits=[other, trained(loss=[1.0])], program=PROGRAM)) is None


@pytest.mark.parametrize(("rows", "mild"), [(4, True), (48, False)])
def test_a_truth_table_has_no_other_rows(rows: int, mild: bool) -> None:
    fit = trained(loss=[1.0], train=arrays(rows=rows), validation=VALIDATION, overlap="same")

    finding = diagnosis.match(evidence(fits=[fit], program=PROGRAM))

    assert finding is not None
    assert finding.mild is mild
