"""Real pictures beside those that a generator can make."""

from dataclasses import replace

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import real_pictures_on_other_scale as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Model, TensorSample

PICTURE = [None, 4, 4, 1]


def generator(activation: str) -> Model:
    last = layer("Conv2DTranspose", line=3, activation=activation, filters=1, shape=PICTURE)
    return replace(model(last, inputs=(None, 8), output=PICTURE), key="g", name="generator")


def discriminator(units: int = 1) -> Model:
    return replace(model(dense(units), inputs=PICTURE), key="d", name="discriminator")


def run(low: float, high: float, *, activation: str = "tanh", units: int = 1) -> Evidence:
    real = TensorSample(path="0", dtype="float32", shape=[8, 4, 4, 1], low=low, high=high)
    data = Data(role="dataset", kind="dataset", sample=[real])
    return evidence(models=[generator(activation), discriminator(units)], returned=[data])


@pytest.mark.parametrize(
    ("low", "high", "activation"), [(0, 255, "tanh"), (0, 1, "tanh"), (-1, 1, "sigmoid")]
)
def test_fires_at_the_end_of_the_generator(low: float, high: float, activation: str) -> None:
    finding = diagnosis.match(run(low, high, activation=activation))

    assert finding is not None
    assert finding.line == 3
    assert f"go from {low} to {high}, and the generator ends in {activation}" in finding.evidence


@pytest.mark.parametrize(
    ("low", "high", "activation", "how"),
    [
        (0, 255, "tanh", "(pixels - 127.5) / 127.5"),
        (0, 255, "sigmoid", "pixels / 255"),
        (0, 1, "tanh", "pixels * 2 - 1; or end the generator in sigmoid"),
        (-1, 1, "sigmoid", "(pixels + 1) / 2; or end the generator in tanh"),
        (-2.1, 2.6, "tanh", "smallest and largest"),
    ],
)
def test_says_how_these_pixels_get_there(
    low: float, high: float, activation: str, how: str
) -> None:
    finding = diagnosis.match(run(low, high, activation=activation))

    assert finding is not None
    assert how in finding.change


@pytest.mark.parametrize(
    "evidence",
    [
        run(-1.0, 0.9),
        run(0.0, 1.0, activation="sigmoid"),
        run(0.0, 255.0, activation="linear"),
        run(0.0, 255.0, units=8),
    ],
    ids=["tanh and -1 to 1", "sigmoid and 0 to 1", "without bounds", "an encoder and a decoder"],
)
def test_is_silent_on(evidence: Evidence) -> None:
    assert diagnosis.match(evidence) is None
