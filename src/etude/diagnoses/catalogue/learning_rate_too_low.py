"""
The learning rate is so low that the weights hardly move.

## Why it hurts
Each step changes a weight by the learning rate times something of about 1. After a few hundred steps of a
hundred-thousandth the weights are what they were at random, and so is the model. The loss falls in every epoch,
which looks right, and would need thousands of epochs more.

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

from etude.diagnoses.curves import accuracy, tries_rates
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stretches import length_of
from etude.diagnoses.training_health import is_adaptive, learning_rate, steps_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit
from etude.domain.own_loop import Loop

SEVERITY = Severity.WARNING
SKILLS = ("model-9", "model-10")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ("trained_too_short", "stuck_at_majority", "predicts_constant")

# A tenth of Keras's defaults, 1e-3 for Adam and its kin and 1e-2 for SGD; UMLAUT (CHI 2021) accepts
# any rate above 1e-7, so the rate alone decides nothing.
_LOW = {True: 1e-4, False: 1e-3}
# Adadelta finds the size of its steps itself; its authors' rate is 1, and Keras's default creeps.
_SCALES_ITSELF, _CREEPS, _AS_PUBLISHED = "Adadelta", 1e-2, 1.0
# What the weights and the loss have to have done for the rate to be blamed (docs/design/health.md).
_HARDLY_MOVED, _HARDLY_FELL = 0.01, 0.95
_LEAST_EPOCHS = 3
# Stretches of a loop are made of different examples, epochs of the same ones.
_UNEVEN = 1.05
_GOOD = 0.9


def match(evidence: Evidence) -> Finding | None:
    seen: set[str] = set()
    for fit in evidence.trainings:
        rate, moved = learning_rate(fit), _largest_change(fit)
        goes_on = fit.model.key in seen  # small steps after large ones are how fine-tuning is done
        seen.add(fit.model.key)
        if goes_on or rate is None or moved is None or not _hardly_learns(fit):
            continue
        if 0 < rate <= _low(fit) and moved <= _HARDLY_MOVED:
            losses = fit.series("loss")
            return Finding(
                line=steps_line(evidence.source, fit),
                evidence=f"at a learning rate of {rate:.3g} {length_of(fit)} changed the weights of no "
                f"layer by more than {moved:.2%}, and the loss from {losses[0]:.4g} to {losses[-1]:.4g}",
                change=_change(fit, rate),
            )
    return None


def _low(fit: Fit) -> float:
    return _CREEPS if _scales_itself(fit) else _LOW[is_adaptive(fit)]


def _scales_itself(fit: Fit) -> bool:
    return fit.model.compiled is not None and fit.model.compiled.optimizer == _SCALES_ITSELF


def _change(fit: Fit, rate: float) -> str:
    if _scales_itself(fit):
        return (
            f"Keras's default for Adadelta is no rate to learn with: keras.optimizers.Adadelta({_AS_PUBLISHED}), "
            'or optimizer="adam"'
        )
    return f"try {100 * rate:.0e}, or leave the optimizer's default"


def _hardly_learns(fit: Fit) -> bool:
    losses = fit.series("loss")
    if not fit.finished or len(losses) < _LEAST_EPOCHS or tries_rates(fit):
        return False
    frozen = any(layer.parameters and not layer.trainable for layer in all_layers(fit.model))
    good = max(accuracy(fit), default=0.0) >= _GOOD
    highest = losses[0] * (_UNEVEN if isinstance(fit, Loop) else 1.0)
    return not frozen and not good and _HARDLY_FELL * losses[0] <= losses[-1] <= highest


def _largest_change(fit: Fit) -> float | None:
    changes = [layer.change for layer in (fit.health.layers if fit.health else ()) if layer.change]
    return max(changes, default=None)
