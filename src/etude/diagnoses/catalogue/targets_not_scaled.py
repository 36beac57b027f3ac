"""
The targets are so large that the network has not even reached their mean.

## Why it hurts
A new network gives numbers about as large as 1, and an optimizer moves each weight by about its learning rate per step.
To get to prices of 300,000 its last layer has to grow for thousands of steps, and all that time the loss tells it nothing
but "larger"; plain SGD is thrown out of range by the squared distance instead.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(256, 3)).astype("float32")
    prices = 300_000 + 20_000 * inputs.sum(axis=1)

    model = keras.Sequential([
        keras.Input((3,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, prices, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(256, 3)).astype("float32")
    prices = 300_000 + 20_000 * inputs.sum(axis=1)
    mean, deviation = prices.mean(), prices.std()

    model = keras.Sequential([
        keras.Input((3,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(inputs, (prices - mean) / deviation, epochs=20, verbose=0)
    predicted = model.predict(inputs[:5], verbose=0) * deviation + mean
"""

import math

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs, training_of
from etude.diagnoses.retrained import is_needed_beside_others, proven
from etude.diagnoses.sizes import (
    has_not_found_the_mean,
    is_still_about_zero,
    is_still_on_its_way,
    largest,
)
from etude.diagnoses.stretches import length_of
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.observations import Fit
from etude.domain.retraining import Change

SEVERITY = Severity.WARNING
SKILLS = ("model-8", "series-5", "dev-3")
GUIDE = "TensorFlow tutorial: Basic regression: Predict fuel efficiency"
EXPLAINS = NUMBERS_GONE_WRONG

_LARGE = 50.0
# Whoever looks at a first epoch has not said that this is all.
_LEAST_EPOCHS = 3


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        fit = training_of(output)
        if fit is None or _has_just_begun(fit) or output.head.activation != "linear":
            continue
        targets = fit.train.part("1")
        if targets is None or output.loss not in REGRESSION_LOSSES:
            continue
        gained = proven(fit, Change.TARGETS)
        if gained or (largest(targets) >= _LARGE and has_not_found_the_mean(fit)):
            return Finding(
                line=fit.line,
                evidence=f"the targets{_whose(output)} lie between {targets.low:.4g} and {targets.high:.4g} and scatter by "
                f"{targets.deviation:.4g} around {targets.mean:.4g}; {gained or _came(fit)}",
                change="train on (targets - mean) / standard deviation of the training targets, and turn what "
                "predict gives back with the same two numbers",
                about=output.model.name,
                proven=bool(gained),
                stands_alone=is_needed_beside_others(fit, Change.TARGETS)
                or is_still_about_zero(fit)
                or is_still_on_its_way(fit),
            )
    return None


def _whose(output: Output) -> str:
    several = output.fit is not None and len(output.fit.model.outputs) > 1
    return f" of {output.head.name}" if several else ""


def _has_just_begun(fit: Fit) -> bool:
    losses = fit.series("loss")
    return len(losses) < _LEAST_EPOCHS and all(map(math.isfinite, losses))


def _came(fit: Fit) -> str:
    losses = fit.series("loss")
    return f"after {length_of(fit)} the loss is {losses[-1]:.4g}, always giving that mean would cost less"
