"""
The loss is far above what guessing costs, or it rises.

## Why it hurts
A model that knows nothing and says so has a loss of ln(K) on K classes: 2.3 on ten. A first epoch far above
that means that the network is very sure and very wrong, mostly because its inputs are too large. A training
loss that rises means steps that are too large: each overshoots by more than the one before.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(4.0), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.4), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=4, verbose=0)
"""

import math

from etude.diagnoses.curves import RUN_AWAY, cost_of_guessing, tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import starts_far_above_guessing
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit
from etude.domain.own_loop import Loop

SEVERITY = Severity.WARNING
SKILLS = ("train-5", "model-9", "model-10", "dev-3")
GUIDE = "TensorFlow tutorial: Basic classification: Classify images of clothing"
EXPLAINS = ("stuck_at_majority", "trained_too_short")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        if tries_rates(fit) or _plays_against_a_part(evidence, fit):
            continue
        losses = fit.series("loss")
        seen = _far_above_guessing(fit, losses) or _rises(fit, losses) if losses else ""
        if seen:
            compiled = fit.model.compiled
            return Finding(
                line=compiled.line if compiled and compiled.line else fit.line,
                evidence=seen + _rate(fit),
                change="scale the inputs to about 1; then try a learning rate ten times smaller",
            )
    return None


def _plays_against_a_part(evidence: Evidence, fit: Fit) -> bool:
    """Whether a part of this model takes steps of its own, as the judge of a generator does: a high
    loss of the one is the success of the other.
    """
    parts = {layer.name for layer in fit.model.layers}
    others = (loop for loop in evidence.loops if loop.model.key != fit.model.key)
    return isinstance(fit, Loop) and any(loop.model.name in parts for loop in others)


def _far_above_guessing(fit: Fit, losses: list[float]) -> str:
    if not starts_far_above_guessing(fit):
        return ""
    guessing = cost_of_guessing(fit)
    first = "first steps" if isinstance(fit, Loop) else "first epoch"
    return f"the loss of the {first} is {losses[0]:.1f}, guessing would cost {guessing:.2f}"


def _rises(fit: Fit, losses: list[float]) -> str:
    """Losses of agents and of networks that play against each other may rise, and have loops."""
    if isinstance(fit, Loop) or len(losses) < 2 or not all(math.isfinite(loss) for loss in losses):
        return ""
    if losses[-1] < RUN_AWAY * losses[0] or losses[-1] < max(losses) or not any(losses):
        return ""
    first, last = losses[0], losses[-1]
    return f"the training loss rose from {first:.4g} to {last:.4g} in {len(losses)} epochs"


def _rate(fit: Fit) -> str:
    compiled = fit.model.compiled
    if compiled is None or compiled.learning_rate is None:
        return ""
    return f" ({compiled.optimizer} with a learning rate of {compiled.learning_rate:.3g})"
