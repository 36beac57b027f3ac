"""Autoencoders that are given labels."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import labels_given_to_autoencoder as diagnosis
from etude.domain.observations import Fit, TensorSample

CODED = (dense(8, "relu"), dense(64, "sigmoid"))


def trained(*layers: object, labels: TensorSample, loss: str = "mean_squared_error") -> Fit:
    return fit(model(*layers, inputs=(None, 64), loss=loss), labels=labels)  # type: ignore[arg-type]


def test_fires_at_fit() -> None:
    finding = diagnosis.match(evidence(fits=[trained(*CODED, labels=integers(0, 1, 2))]))

    assert finding is not None
    assert finding.line == 3
    assert "fit(x, x)" in finding.change


def test_fires_on_a_column_of_labels() -> None:
    labels = integers(0, 1, shape=(64, 1))

    assert diagnosis.match(evidence(fits=[trained(*CODED, labels=labels)])) is not None


def test_is_silent_on_targets_of_full_size_on_classes_and_without_a_bottleneck() -> None:
    pictures = numbers(0, 1, shape=(64, 64))
    classes = trained(*CODED, labels=integers(0, 1), loss="sparse_categorical_crossentropy")

    assert diagnosis.match(evidence(fits=[trained(*CODED, labels=pictures)])) is None
    assert diagnosis.match(evidence(fits=[classes])) is None
    assert diagnosis.match(evidence(fits=[trained(dense(64), labels=integers(0, 1))])) is None


def test_is_silent_on_few_values() -> None:
    small = fit(
        model(dense(2), dense(8), inputs=(None, 8), loss="mse"),
        labels=integers(0, 1),
    )

    assert diagnosis.match(evidence(fits=[replace(small)])) is None


@pytest.mark.parametrize(
    ("reader", "told"),
    [("flow_from_directory", 'class_mode="input"'), ("image_dataset_from_directory", "(x, x)")],
)
def test_says_how_a_reader_of_folders_gives_pictures_as_targets(reader: str, told: str) -> None:
    seen = evidence(
        fits=[trained(*CODED, labels=integers(0, 1, 2))], program=f"train = {reader}('pictures')"
    )

    finding = diagnosis.match(seen)

    assert finding is not None
    assert told in finding.change
