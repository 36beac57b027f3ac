"""
The network is judged on numbers that lie outside all that it was trained on.

## Why it hurts
A network draws a curve through the numbers it has seen; beyond the last of them it goes straight on or flattens out,
whatever the true curve does. Where x rises from row to row, `validation_split` and slices hold the end of the curve back: the
validation loss grows with every epoch, which looks like overfitting, and no dropout helps.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    x = np.linspace(-4, 4, 400)
    y = x**2

    model = keras.Sequential([
        keras.Input((1,)),
        keras.layers.Dense(32, activation="tanh"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(x, y, epochs=40, validation_split=0.3, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    x = np.random.default_rng(0).permutation(np.linspace(-4, 4, 400))
    y = x**2

    model = keras.Sequential([
        keras.Input((1,)),
        keras.layers.Dense(32, activation="tanh"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(x, y, epochs=40, validation_split=0.3, verbose=0)
"""

import math

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.curves import cost_of_the_mean
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ACTIVATION_KINDS
from etude.domain.network import all_layers
from etude.domain.observations import Fit

SEVERITY = Severity.WARNING
SKILLS = ("data-6", "model-8", "dev-3")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ("overfits",)

# Of examples drawn at random hardly any is a new lowest or highest one.
_MOST = 0.5
# Some curves go on as the network does: what is told of must cost, beside the training.
_OF_THE_MEAN, _TIMES_TRAINING = 0.5, 3.0


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        if fit.ranges is None or fit.ranges.outside < _MOST or not (_bends(fit) and _suffers(fit)):
            continue
        split_by_keras = fit.validation is None
        trained, judged = (
            "{:.4g} to {:.4g}".format(*r) for r in (fit.ranges.trained, fit.ranges.judged)
        )
        return Finding(
            line=fit_argument_line(
                evidence.source, fit, "validation_split" if split_by_keras else "validation_data"
            ),
            evidence=f"the inputs trained on go from {trained}, those judged from {judged}; the loss came to "
            f"{fit.series('loss')[-1]:.3g}, the validation loss to {fit.series('val_loss')[-1]:.3g}",
            change="mix the rows before they are split, inputs and targets with one permutation; to go on beyond the range, "
            "give inputs that repeat, such as the sine and cosine of the phase, or windows of past values",
        )
    return None


def _bends(fit: Fit) -> bool:
    """Whether the network draws a curve, as far as its layers tell; a straight line goes on rightly."""
    layers = all_layers(fit.model)
    return any(
        one.kind in ACTIVATION_KINDS or one.config.get("activation", "linear") != "linear"
        for one in layers
    )


def _suffers(fit: Fit) -> bool:
    """Whether the held-out part costs much more than the training, and much for these targets."""
    losses, judged, of_the_mean = fit.series("loss"), fit.series("val_loss"), cost_of_the_mean(fit)
    if not losses or not judged or not of_the_mean or not math.isfinite(losses[-1]):
        return False
    return judged[-1] >= max(_OF_THE_MEAN * of_the_mean, _TIMES_TRAINING * losses[-1])
