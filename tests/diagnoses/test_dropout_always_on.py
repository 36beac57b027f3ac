"""Dropout that is called with training=True."""

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import dropout_always_on

MODELS = [model(dense(1))]


@pytest.mark.parametrize(
    "program",
    [
        "x = layers.Dropout(0.5)(x, training=True)\n",
        "drop = layers.SpatialDropout2D(0.2)\nx = drop(x, training=True)\n",
    ],
)
def test_points_at_the_call(program: str) -> None:
    finding = dropout_always_on.match(evidence(models=MODELS, program=program))

    assert finding is not None
    assert finding.line == len(program.splitlines())


@pytest.mark.parametrize(
    "program",
    [
        "x = layers.Dropout(0.5)(x)\n",
        "x = layers.Dropout(0.5)(x, training=training)\n",
        "y = model(x, training=True)\n",
        "# Monte Carlo dropout\nx = layers.Dropout(0.5)(x, training=True)\n",
    ],
)
def test_is_silent_on(program: str) -> None:
    assert dropout_always_on.match(evidence(models=MODELS, program=program)) is None
