"""Numbers between the classes."""

from dataclasses import replace

import pytest
from described import evidence, fit, integers, layer, model, numbers

from etude.diagnoses.catalogue import class_numbers_have_fractions as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import TensorSample

SPARSE = "sparse_categorical_crossentropy"
MASKS = (8, 16, 16, 1)
SMOOTH = "\n\n\n\nmask = tf.image.resize(mask, (16, 16))\n"


def found(labels: TensorSample, *, loss: str = SPARSE, program: str = SMOOTH) -> Finding | None:
    conv = layer("Conv2D", filters=3, activation="softmax", shape=[None, 16, 16, 3])
    return diagnosis.match(
        evidence(fits=[fit(model(conv, loss=loss), labels=labels)], program=program)
    )


def test_fires_at_the_resized_mask() -> None:
    finding = found(numbers(0.0, 2.0, shape=MASKS))

    assert finding is not None
    assert finding.line == 5
    assert "go from 0 to 2 with numbers between the whole ones" in finding.evidence
    assert 'method="nearest"' in finding.change


@pytest.mark.parametrize(
    "program",
    ["mask = mask / 255\n", "mask = tf.image.resize(mask, (16, 16), method='nearest')\n"],
)
def test_fires_at_fit_when_no_mask_is_resized_smoothly(program: str) -> None:
    finding = found(numbers(0.0, 0.01, shape=MASKS), program=program)

    assert finding is not None
    assert finding.line == 3


@pytest.mark.parametrize(
    "labels",
    [
        integers(0, 1, 2, shape=MASKS),
        replace(integers(0, 1, 2, shape=MASKS), dtype="float32"),
        replace(numbers(0.0, 99.0), distinct=None),
    ],
    ids=["whole", "whole floats", "many classes as floats"],
)
def test_is_silent_on(labels: TensorSample) -> None:
    assert found(labels) is None


def test_is_silent_on_other_losses() -> None:
    assert found(numbers(0.0, 1.0, shape=MASKS), loss="binary_crossentropy") is None
