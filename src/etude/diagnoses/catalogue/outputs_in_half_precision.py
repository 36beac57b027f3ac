"""
The last layer of a model in mixed precision gives float16.

## Why it hurts
Sums over many classes, exponentials and logarithms need more room than float16 has: it ends at 65504, and below
0.00000006 there is nothing but zero. A softmax in float16 gives probabilities of exactly 0, whose logarithm is
infinite, and a regression cannot tell 2049 from 2050. One last layer in float32 costs next to nothing.

## Example
    import keras
    import numpy as np

    keras.mixed_precision.set_global_policy("mixed_float16")
    values = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(values, 2 * values, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.mixed_precision.set_global_policy("mixed_float16")
    values = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, dtype="float32")])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(values, 2 * values, epochs=2, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("train-6", "model-6")
GUIDE = "TensorFlow guide: Mixed precision"
EXPLAINS = ("nan_loss",)

_HALF = "float16"


def match(evidence: Evidence) -> Finding | None:
    if not (evidence.fits or evidence.calls_of(APPLY)):
        return None
    for model in evidence.models:
        if model.compiled is None or not any(spec.dtype == _HALF for spec in model.outputs):
            continue
        last = model.layers[-1] if model.layers else None
        return Finding(
            line=(last.line if last else 0) or model.line,
            evidence=f"the outputs of the model are {_HALF}, by its last layer"
            + (f" {last.name}" if last else ""),
            change='dtype="float32" for the last layer, or for an activation behind it',
            about=model.name,
        )
    return None
