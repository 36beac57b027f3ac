"""A loss between classes for a single number."""

import pytest
from described import dense, evidence, fit, integers, model, one_hot

from etude.diagnoses.catalogue import categorical_loss_with_one_output as diagnosis

CATEGORICAL = "categorical_crossentropy"


@pytest.mark.parametrize("activation", ["sigmoid", "linear", "relu"])
def test_fires_at_the_loss(activation: str) -> None:
    trained = model(dense(1, activation), loss=CATEGORICAL)

    finding = diagnosis.match(evidence(fits=[fit(trained, labels=integers(0, 1))]))

    assert finding is not None
    assert finding.line == 2
    assert finding.change.startswith('loss="binary_crossentropy"')


def test_asks_for_an_output_per_class_when_there_are_more() -> None:
    run = fit(model(dense(1, "sigmoid"), loss=CATEGORICAL), labels=integers(0, 1, 2, 3))

    finding = diagnosis.match(evidence(fits=[run]))

    assert finding is not None
    assert finding.change.startswith("Dense(4")


@pytest.mark.parametrize(
    ("activation", "loss", "units"),
    [
        ("softmax", CATEGORICAL, 1),
        ("sigmoid", "binary_crossentropy", 1),
        ("softmax", CATEGORICAL, 3),
    ],
)
def test_is_silent_on_others(activation: str, loss: str, units: int) -> None:
    trained = model(dense(units, activation), loss=loss)

    assert diagnosis.match(evidence(models=[trained])) is None


def test_is_silent_when_the_labels_are_rows_of_classes() -> None:
    run = fit(model(dense(1, "sigmoid"), loss=CATEGORICAL), labels=one_hot(4))

    assert diagnosis.match(evidence(fits=[run])) is None
