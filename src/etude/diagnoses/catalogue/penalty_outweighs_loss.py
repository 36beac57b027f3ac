"""
A weight penalty is so large that the loss hardly counts: the model answers the same for everything.

## Why it hurts
A regularizer adds its number times the sum of all squared weights to the loss. With 1.0 the cheapest model is one whose
weights are all near zero, whatever the data say, and its outputs are one number, the mean. Usual penalties lie between
1e-5 and 1e-2.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = 0.3 * inputs.sum(axis=1, keepdims=True)

    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(16, activation="relu", kernel_regularizer=keras.regularizers.L2(1.0)),
            keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(1.0)),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse")
    model.fit(inputs, targets, epochs=60, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = 0.3 * inputs.sum(axis=1, keepdims=True)

    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(16, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-4)),
            keras.layers.Dense(1, kernel_regularizer=keras.regularizers.L2(1e-4)),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse")
    model.fit(inputs, targets, epochs=60, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, constant
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-10", "train-5", "dev-3")
GUIDE = "Keras API: layer weight regularizers"
EXPLAINS = ("predicts_constant", "trained_too_short")

_PENALTIES = ("l1", "l2", "L1", "L2", "L1L2", "l1_l2")
# Ten times what is used at the most; and outputs that hardly move beside what they should say.
_LARGE = 0.1
_OF_LABELS = 0.1


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        health = fit.health
        if health is None or not _hardly_moves(fit):
            continue
        for line, penalty in _large(evidence.source):
            return Finding(
                line=line,
                evidence=f"a penalty of {penalty:g} on the squares of the weights; the outputs scatter by "
                f"{health.output_spread:.2g} where the targets scatter by {health.label_spread:.3g}",
                change="begin with 1e-4, and raise it only as far as the validation loss falls",
            )
    return None


def _hardly_moves(fit: Fit) -> bool:
    health = fit.health
    if health is None or health.output_spread is None or not health.label_spread:
        return False
    return fit.finished and health.output_spread < _OF_LABELS * health.label_spread


def _large(source: Source) -> Iterator[tuple[int, float]]:
    for name in _PENALTIES:
        for call in source.calls(name):
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            numbers = [n for n in map(constant, given) if isinstance(n, int | float)]
            if numbers and max(numbers) >= _LARGE:
                yield call_line(call), max(numbers)
