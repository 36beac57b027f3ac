"""A softmax that runs along the rows of a picture."""

from dataclasses import replace

from described import evidence, layer, model

from etude.diagnoses.catalogue import softmax_over_wrong_axis as diagnosis
from etude.domain.observations import Model

PIXELS = [None, 8, 8, 3]


def segmenting(axis: int, loss: str = "sparse_categorical_crossentropy") -> Model:
    return model(replace(layer("Softmax", line=7, axis=axis), output_shape=PIXELS), loss=loss)


def test_fires_at_the_softmax() -> None:
    finding = diagnosis.match(evidence(models=[segmenting(1)]))

    assert finding is not None
    assert finding.line == 7
    assert "along axis 1" in finding.evidence


def test_is_silent_along_the_classes_and_without_classes() -> None:
    assert diagnosis.match(evidence(models=[segmenting(-1)])) is None
    assert diagnosis.match(evidence(models=[segmenting(3)])) is None
    assert diagnosis.match(evidence(models=[segmenting(1, "mean_squared_error")])) is None
