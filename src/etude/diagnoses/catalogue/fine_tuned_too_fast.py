"""
A base was unfrozen and trained on with a learning rate made for a new network.

## Why it hurts
Unfrozen weights already know something; they are to be moved a little. Steps of the size that a new network
needs wipe out in an epoch what took days to learn: the loss jumps up where fine-tuning begins, and the result
is a network that might as well have started from random numbers.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    targets = inputs[:, :1] * 2

    base = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32), keras.layers.Dense(32)])
    base.trainable = False
    model = keras.Sequential([keras.Input((4,)), base, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(inputs, targets, epochs=8, verbose=0)

    base.trainable = True
    model.compile(optimizer=keras.optimizers.Adam(0.3), loss="mse")
    model.fit(inputs, targets, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
    targets = inputs[:, :1] * 2

    base = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(32, activation="relu"),
    ])
    base.trainable = False
    model = keras.Sequential([keras.Input((4,)), base, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(inputs, targets, epochs=8, verbose=0)

    base.trainable = True
    model.compile(optimizer=keras.optimizers.Adam(1e-5), loss="mse")
    model.fit(inputs, targets, epochs=2, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import fit_again, is_adaptive, learning_rate, steps_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "model-9")
GUIDE = "Keras guide: Transfer learning & fine-tuning"
EXPLAINS = (
    "diverging_loss",
    "overfits",
    "batch_statistics_move_in_fine_tuning",
    "loss_oscillates",
    "learning_rate_too_high",
    "stuck_at_majority",
    "trained_too_short",
)

# Keras's defaults, made for new networks; its guide on fine-tuning asks for 1e-5.
_FOR_NEW = {True: 1e-3, False: 1e-2}
# The first epoch includes the fall: twice the loss before it is no wobble.
_JUMP = 2.0
_MORE_WEIGHTS = 2.0
_CLOSE = 0.99  # rates travel as 32-bit numbers


def match(evidence: Evidence) -> Finding | None:
    for before, fit in fit_again(evidence.fits):
        rate = learning_rate(fit)
        if rate is None or rate < _CLOSE * _FOR_NEW[is_adaptive(fit)] or not _thaws(before, fit):
            continue
        losses, earlier = fit.series("loss"), before.series("loss")
        if losses and earlier and losses[0] >= _JUMP * earlier[-1]:
            return Finding(
                line=steps_line(evidence.source, fit),
                evidence=f"the loss was {earlier[-1]:.3g} when the base was unfrozen and "
                f"{losses[0]:.3g} after the first epoch with it, at a learning rate of {rate:.3g}",
                change="compile with a learning rate of 1e-5 before training an unfrozen base",
            )
    return None


def _thaws(before: Fit, fit: Fit) -> bool:
    """Whether at least as many weights join in as were trained before."""
    first = before.model.trainable_parameters
    return first > 0 and fit.model.trainable_parameters >= _MORE_WEIGHTS * first
