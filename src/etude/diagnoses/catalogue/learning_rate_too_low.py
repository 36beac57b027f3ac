"""
The learning rate is so low that the weights hardly move.

## Why it hurts
Each step changes a weight by the learning rate times something of about 1. After a few hundred steps of a
hundred-thousandth the weights are what they were at random, and so is the model. The loss falls in every epoch,
which looks right, and would need thousands of epochs more. Plain SGD, at a rate where Adam learns in minutes, often
creeps like that through the first layers of a deeper network.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    targets = 3 * inputs[:, :1]
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(1e-6), loss="mse")
    model.fit(inputs, targets, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    targets = 3 * inputs[:, :1]
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(1e-2), loss="mse")
    model.fit(inputs, targets, epochs=5, verbose=0)
"""

import math

from etude.diagnoses.curves import RUN_AWAY, accuracy, cost_of_knowing_nothing, tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.retrained import is_needed_beside_others, proven, rate_that_is_better
from etude.diagnoses.source import constant
from etude.diagnoses.stretches import length_of
from etude.diagnoses.training_health import is_adaptive, learning_rate, steps_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit
from etude.domain.own_loop import Loop
from etude.domain.retraining import Change

SEVERITY = Severity.WARNING
SKILLS = ("model-9", "model-10")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ("trained_too_short", "stuck_at_majority", "predicts_constant")

# A tenth of Keras's defaults, 1e-3 for Adam and its kin and 1e-2 for SGD; UMLAUT (CHI 2021) accepts
# any rate above 1e-7, so the rate alone decides nothing.
_LOW = {True: 1e-4, False: 1e-3}
# Keras gives these two Adam's default; their papers use 0.01 and 1.0.
_MEANT = {"Adagrad": 0.01, "Adadelta": 1.0}
# What the weights and the loss have to have done for the rate to be blamed (docs/design/health.md).
_HARDLY_MOVED, _HARDLY_FELL = 0.01, 0.95
# In so many epochs a network that learns has other weights than at first: of the sound ones in
# docs/design/health.md none has moved by less than 0.3.
_MANY_EPOCHS, _MOVED_LITTLE = 100, 0.2
_UNUSUALLY_LONG = (
    "give it optimizer='adam', or a rate ten to a hundred times as high; the gradient is small"
)
# Steps of Adagrad become smaller the longer it trains: what follows is less than what was.
_MOVED_LESS_AND_LESS = 0.1
# Rates come as float32: 0.001 is a little more there.
_ROUNDED = 1.001
_LEAST_EPOCHS, _ENOUGH_TO_CREEP = 3, 5
_A_HAIR = 0.01
# Stretches of a loop are made of different examples, epochs of the same ones.
_UNEVEN = 1.05
_GOOD = 0.9
# Of what guessing costs: what has learned more in a great many epochs is on its way.
_LITTLE_LEARNED = 0.8


def match(evidence: Evidence) -> Finding | None:
    seen: set[str] = set()
    for fit in evidence.trainings:
        goes_on = fit.model.key in seen  # small steps after large ones are how fine-tuning is done
        seen.add(fit.model.key)
        better = rate_that_is_better(fit)
        if better > (learning_rate(fit) or math.inf) and not _ran_away(fit):
            return _finding(evidence, fit, proven(fit, Change.RATE), _try(evidence, fit, better))
        if (gained := proven(fit, Change.OPTIMIZER)) and _only_falls(fit):
            return _finding(evidence, fit, gained, "give it optimizer='adam'")
        if not goes_on and _hardly_learns(fit) and (_stands_still(fit) or _creeps_for_long(fit)):
            losses, rate, meant = fit.series("loss"), learning_rate(fit) or 0.0, _meant(fit)
            return _finding(
                evidence,
                fit,
                f"{length_of(fit)} {_did(fit)} the loss from {losses[0]:.4g} to {losses[-1]:.4g}",
                _change(rate, meant) if _is_low(fit) else _UNUSUALLY_LONG,
            )
    return None


def _ran_away(fit: Fit) -> bool:
    """Whether the steps were too large for the numbers as they are, whatever suits scaled ones."""
    losses = fit.series("loss")
    return not math.isfinite(losses[-1]) or losses[-1] >= RUN_AWAY * losses[0]


def _try(evidence: Evidence, fit: Fit, rate: float) -> str:
    """The better rate; where compile was given a name, also where a rate can be told."""
    compiled = fit.model.compiled
    call = call_at(evidence.source, compiled.line, "compile") if compiled else None
    named = constant(given(call, "optimizer", 0)) if call is not None else None
    if compiled is None or not isinstance(named, str):
        return f"try {rate:g}"
    return (
        f"give it optimizer=keras.optimizers.{compiled.optimizer}(learning_rate={rate:g}) in place of the name "
        f"{named!r}, which stands for a rate of {learning_rate(fit):.3g}"
    )


def _change(rate: float, meant: float) -> str:
    if meant:
        return f"give it learning_rate={meant:g}, or take Adam"
    return f"try {100 * rate:.0e}, or leave the optimizer's default"


def _stands_still(fit: Fit) -> bool:
    return _is_low(fit) and _hardly_moved(fit)


def _creeps_for_long(fit: Fit) -> bool:
    """Whether plain SGD got next to nowhere in a great many epochs, at whatever rate: what is too small
    are its steps, which are the rate times a small gradient.
    """
    long, moved = len(fit.epochs) >= _MANY_EPOCHS, _largest_change(fit)
    plain = fit.model.compiled is not None and fit.model.compiled.optimizer == "SGD"
    return long and plain and moved is not None and moved <= _MOVED_LITTLE and _creeps(fit)


def _creeps(fit: Fit) -> bool:
    """Whether the loss only ever fell, and is still about what guessing costs."""
    nothing = cost_of_knowing_nothing(fit) or math.inf
    return _only_falls(fit) and fit.series("loss")[-1] >= _LITTLE_LEARNED * nothing


def _only_falls(fit: Fit) -> bool:
    losses = fit.series("loss")
    return 0 < losses[-1] <= min(losses) * _ROUNDED


def _finding(evidence: Evidence, fit: Fit, came: str, change: str) -> Finding:
    return Finding(
        line=steps_line(evidence.source, fit),
        evidence=f"at a learning rate of {learning_rate(fit):.3g} {came}",
        change=change,
        proven=bool(proven(fit, Change.RATE) or proven(fit, Change.OPTIMIZER)),
        stands_alone=is_needed_beside_others(fit, Change.RATE),
    )


def _meant(fit: Fit) -> float:
    """The rate of the optimizer's paper, where Keras's default is far below it; 0 elsewhere."""
    return _MEANT.get(fit.model.compiled.optimizer, 0.0) if fit.model.compiled else 0.0


def _is_low(fit: Fit) -> bool:
    low = _meant(fit) / 10 or _LOW[is_adaptive(fit)]
    return 0 < (learning_rate(fit) or 0.0) <= low * _ROUNDED


def _did(fit: Fit) -> str:
    moved = _largest_change(fit)
    if moved is None:
        return "brought"
    return f"changed the weights of no layer by more than {moved:.2%}, and"


def _hardly_learns(fit: Fit) -> bool:
    losses = fit.series("loss")
    if not fit.finished or len(losses) < _LEAST_EPOCHS or tries_rates(fit):
        return False
    frozen = any(layer.parameters and not layer.trainable for layer in all_layers(fit.model))
    good = max(accuracy(fit), default=0.0) >= _GOOD
    highest = losses[0] * (_UNEVEN if isinstance(fit, Loop) else 1.0)
    return not frozen and not good and _HARDLY_FELL * losses[0] <= losses[-1] <= highest


def _hardly_moved(fit: Fit) -> bool:
    """Whether weights stayed about where they were; where that was not measured, as in a model that ``fit``
    builds, small steps show in a loss that creeps down and leaves the first epoch's by a hair.
    """
    moved, losses = _largest_change(fit), fit.series("loss")
    if moved is None:
        creeps = max(losses) - min(losses) <= _A_HAIR * losses[0] and losses[-1] < losses[0]
        return creeps and len(losses) >= _ENOUGH_TO_CREEP
    return moved <= (_MOVED_LESS_AND_LESS if _meant(fit) else _HARDLY_MOVED)


def _largest_change(fit: Fit) -> float | None:
    changes = [layer.change for layer in (fit.health.layers if fit.health else ()) if layer.change]
    return max(changes, default=None)
