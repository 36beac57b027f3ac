"""
The learning rate is so high that the training gets nowhere.

## Why it hurts
Adam and its kin move every weight by about the learning rate in each step. Weights are a few tenths in size, so
steps of that size replace what was learned instead of improving it: units die, outputs saturate, and the loss
stays where guessing is or jumps about.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    labels = (inputs[:, 0] * inputs[:, 1] > 0).astype("int64")
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(1.0), loss=loss)
    model.fit(inputs, labels, epochs=6, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    labels = (inputs[:, 0] * inputs[:, 1] > 0).astype("int64")
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss)
    model.fit(inputs, labels, epochs=6, verbose=0)
"""

import math

from etude.diagnoses.curves import cost_of_guessing, oscillates, tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.retrained import is_needed_beside_others, proven, rate_that_is_better
from etude.diagnoses.stretches import length_of
from etude.diagnoses.training_health import (
    is_adaptive,
    is_ill,
    learning_rate,
    starts_far_above_guessing,
    starts_far_above_zeros,
    steps_line,
)
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit
from etude.domain.retraining import Change

SEVERITY = Severity.WARNING
SKILLS = ("model-9", "model-10", "train-5")
GUIDE = "Keras API: Optimizers"
EXPLAINS = (
    *("dead_units", "diverging_loss", "exploding_gradients", "loss_oscillates", "nan_loss"),
    *("predicts_constant", "stuck_at_majority", "trained_too_short", "vanishing_gradients"),
)

# The upper end of what UMLAUT (CHI 2021) takes for a usual rate; the training must be ill as well.
_HIGH = 1e-2
_MARGIN = 1.01  # rates travel as 32-bit numbers
# Whose loss is no number any more has no weights to tell either; a rate like this needs no more proof.
_ABSURD = 1.0
# An adaptive optimizer's steps are as large as its rate, however large the inputs are: at a hundred
# times the default they alone leave nothing of new weights, so it is told beside other causes.
_ABSURD_ADAPTIVE = 0.1
# SGD's steps depend on the gradients, so there the weights tell: these are new ones, not improved ones.
_REPLACED = 3.0
_STANDS_STILL = 0.97
# What a cross-entropy costs that is thrown about by such steps from the first epoch to the last, even if less and
# less: a recurrent layer at a hundred times the usual rate, for one.
_ABOVE_GUESSING = 1.2


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        rate = learning_rate(fit)
        if rate is None or tries_rates(fit):
            continue
        better, changed = rate_that_is_better(fit), _largest_change(fit)
        seems_high = _gets_nowhere(fit) and _is_high(fit, rate, changed)
        if 0 < better < rate or _blew_up(fit, rate) or seems_high:
            return Finding(
                line=steps_line(evidence.source, fit),
                evidence=_came(fit, rate, changed),
                change="try 1e-3, Keras's default for Adam"
                if is_adaptive(fit)
                else "try a learning rate ten times smaller",
                proven=better > 0,
                stands_alone=is_needed_beside_others(fit, Change.RATE)
                or (is_adaptive(fit) and _blew_up(fit, rate))
                or (seems_high and rate >= _absurd(fit) and _never_guesses(fit)),
            )
    return None


def _came(fit: Fit, rate: float, changed: float) -> str:
    gained, losses = proven(fit, Change.RATE), fit.series("loss")
    if gained:
        return f"at a learning rate of {rate:.3g} {gained}"
    moved = f"; it changed the weights of a layer by {changed:.1f} times their size" * (changed > 1)
    return (
        f"the loss went from {losses[0]:.3g} to {losses[-1]:.3g} in {length_of(fit)} at "
        f"a learning rate of {rate:.3g}{moved}"
    )


def _is_high(fit: Fit, rate: float, changed: float) -> bool:
    return rate > _MARGIN * _HIGH and (is_adaptive(fit) or changed >= _REPLACED)


def _blew_up(fit: Fit, rate: float) -> bool:
    """Whether nothing but such a rate turned the loss into no number: all that was given are numbers."""
    losses = fit.series("loss")
    missing = sum(sample.nan for sample in fit.train.sample)
    return rate >= _absurd(fit) and bool(losses) and not math.isfinite(losses[-1]) and not missing


def _absurd(fit: Fit) -> float:
    """From here on a rate needs no more proof than a loss that is no number; rates travel in 32 bits."""
    return (_ABSURD_ADAPTIVE if is_adaptive(fit) else _ABSURD) / _MARGIN


def _gets_nowhere(fit: Fit) -> bool:
    """Whether the loss jumps about, or is where guessing is and not on its way down from there."""
    losses = fit.series("loss")
    if oscillates(losses):
        return True
    if not is_ill(fit):
        return False
    thrown_away = starts_far_above_guessing(fit) or starts_far_above_zeros(fit)
    return thrown_away or _never_guesses(fit) or losses[-1] >= _STANDS_STILL * losses[0]


def _never_guesses(fit: Fit) -> bool:
    """Whether no epoch's loss came down to that of knowing nothing, which any bias learns."""
    losses, guessing = fit.series("loss"), cost_of_guessing(fit)
    return bool(losses) and guessing > 0 and min(losses) >= _ABOVE_GUESSING * guessing


def _largest_change(fit: Fit) -> float:
    layers = fit.health.layers if fit.health else ()
    return max((layer.change or 0.0 for layer in layers), default=0.0)
