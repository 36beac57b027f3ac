"""
A regression gives every example the same number.

## Why it hurts
The number is about the mean of the targets: the best answer for a model to which its inputs say nothing. Dead
units, a loss that compares every output with every target, a frozen network or inputs that are all alike end
here. The loss looks like one: it has fallen to the variance of the targets and stays there.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    targets = 3 * inputs[:, :1]

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="sigmoid", bias_initializer=keras.initializers.Constant(-40)),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(inputs, targets, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    targets = 3 * inputs[:, :1]

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    model.fit(inputs, targets, epochs=12, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-5", "model-1", "dev-3")
GUIDE = "TensorFlow tutorial: Basic regression: Predict fuel efficiency"
EXPLAINS = ("trained_too_short",)

# A model to which its inputs say little still gives numbers that differ by a few per cent.
_OF_LABELS = 1e-3
_LEAST_EPOCHS = 2


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        health = fit.health
        if health is None or not health.label_spread or health.output_spread is None:
            continue
        if _is_regression(fit) and _is_one_number(health.output_spread, health.label_spread):
            return Finding(
                line=fit.line,
                evidence=f"for {health.examples} training examples whose targets scatter by "
                f"{health.label_spread:.3g} the outputs scatter by {health.output_spread:.2g} after "
                f"{len(fit.epochs)} epochs",
                change="print the outputs of each layer for a few inputs: where they stop to differ is "
                "the layer to mend; then look at the shapes that the loss compares",
            )
    return None


def _is_one_number(outputs: float, labels: float) -> bool:
    """Nearly no scatter, also where the targets are large and the outputs have yet to grow."""
    return outputs < _OF_LABELS * min(labels, 1.0)


def _is_regression(fit: Fit) -> bool:
    compiled = fit.model.compiled
    if not fit.finished or len(fit.epochs) < _LEAST_EPOCHS or compiled is None:
        return False
    return [loss.name for loss in compiled.losses if loss.name in REGRESSION_LOSSES] != []
