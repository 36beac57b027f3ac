"""
Training validates on the very examples that it learns from.

## Why it hurts
Validation is to tell how the model does on examples it has not seen. On its own training examples it looks
better and better, until it knows them by heart: nothing is left that could show overfitting, early stopping
never stops, and the "best" epoch is simply the last.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(
        inputs,
        2 * inputs,
        validation_data=(inputs, 2 * inputs),
        epochs=2,
        verbose=0,
    )

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(
        inputs[::2],
        2 * inputs[::2],
        validation_data=(inputs[1::2], 2 * inputs[1::2]),
        epochs=2,
        verbose=0,
    )
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import INFINITE, UNKNOWN, Data

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-10", "model-11")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ("validation_missing",)

# Of the rows of XOR, or of an AND of four, there are no others to hold back.
_TRUTH_TABLE = 16


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        if fit.overlap and fit.validation is not None:
            which = "the very examples" if fit.overlap == "same" else "some of the examples"
            return Finding(
                line=fit_argument_line(evidence.source, fit, "validation_data"),
                evidence=f"the validation data of fit{_size(fit.validation)} are {which} it trains on",
                change="hold back other examples for validation, before training begins",
                mild=0 < fit.train.cardinality <= _TRUTH_TABLE and fit.train.kind == "arrays",
            )
    return None


def _size(data: Data) -> str:
    if data.cardinality in (INFINITE, UNKNOWN):
        return ""
    unit = "batches" if data.kind == "dataset" else "examples"
    return f" ({data.cardinality} {unit})"
