"""Binary crossentropy on one-hot rows."""

import pytest
from described import dense, evidence, fit, integers, model, one_hot

from etude.diagnoses.catalogue import binary_loss_for_exclusive_classes as diagnosis


def test_tells_what_knowing_nothing_reaches() -> None:
    run = fit(model(dense(10, "sigmoid"), loss="binary_crossentropy"), labels=one_hot(10))

    finding = diagnosis.match(evidence(fits=[run]))

    assert finding is not None
    assert "90%" in finding.evidence


@pytest.mark.parametrize(
    "labels", [integers(0, 1, shape=(64, 10)), one_hot(10, rows=8)], ids=["several", "few rows"]
)
def test_is_silent_where_several_labels_may_be_right(labels) -> None:
    run = fit(model(dense(10, "sigmoid"), loss="binary_crossentropy"), labels=labels)

    assert diagnosis.match(evidence(fits=[run])) is None


def test_is_silent_on_the_loss_for_classes() -> None:
    run = fit(model(dense(10, "softmax"), loss="categorical_crossentropy"), labels=one_hot(10))

    assert diagnosis.match(evidence(fits=[run])) is None
