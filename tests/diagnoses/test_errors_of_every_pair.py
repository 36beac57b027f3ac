"""A column of predictions minus a row of labels."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, model
from windowed import forecast, windowed

from etude.diagnoses.catalogue import errors_of_every_pair
from etude.diagnoses.diagnose import diagnose
from etude.domain.observations import TensorSample

TRAINED = "model.fit(x, y, validation_data=(x_new, y_new))\n"


def run(*labels: int, units: int = 1) -> Any:
    """A training on labels (64, ...), of a model that ends in so many units."""
    data = windowed()
    sample = TensorSample(path="1", dtype="float32", shape=[64, *labels], low=0.0, high=9.0)
    ending = model(dense(units), loss="mean_squared_error", output=[None, units])
    return forecast(replace(data, sample=[data.sample[0], sample]), model=ending)


@pytest.mark.parametrize(
    "program",
    [
        "errors = model.predict(x_new) - y_new",
        "forecast = model.predict(x)\nerrors = np.abs(y - forecast)",
        "print(np.square(np.subtract(y, model.predict(x))).mean())",
        "forecast = model.predict(x)\nerrors = tf.math.squared_difference(forecast, y)",
        "def off(a, b):\n    return b - model.predict(a)\noff(x_new, y_new)",
    ],
)
def test_fires_on(program: str) -> None:
    finding = errors_of_every_pair.match(evidence(fits=[run()], program=TRAINED + program))

    assert finding is not None
    assert "a table of n times n" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        "errors = model.predict(x_new)[:, 0] - y_new",
        "forecast = model.predict(x).ravel()\nerrors = y - forecast",
        "errors = model.predict(x) - y.reshape(-1, 1)",
        "centred = model.predict(x) - mean",
        "errors = np.subtract(y, model.predict(x)[:, 0])",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert errors_of_every_pair.match(evidence(fits=[run()], program=TRAINED + program)) is None


def test_is_silent_when_shapes_agree() -> None:
    program = TRAINED + "errors = model.predict(x) - y"

    assert errors_of_every_pair.match(evidence(fits=[run(1)], program=program)) is None
    assert errors_of_every_pair.match(evidence(fits=[run(3, units=3)], program=program)) is None


def test_the_same_difference_is_told_once() -> None:
    program = f"{TRAINED}errors = model.predict(x) - y\n"

    found = diagnose(evidence(fits=[run()], program=program))

    named = [one.diagnosis for one in found]
    assert "errors_of_every_pair" in named
    assert "predictions_compared_with_all_labels" not in named
