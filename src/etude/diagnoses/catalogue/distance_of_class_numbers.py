"""
A metric measures the distance between the number of a class and the probabilities of all classes.

## Why it hurts
With a sparse loss the label is one number, 2 say, and the output has a probability for each class. A squared or absolute
error subtracts each of them from the 2: the result is neither an error of the answer nor of its probability, and it is larger for
classes of high numbers. It may well rise while the network learns, and whoever stops or chooses by it chooses by nothing.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(96, 4)).astype("float32")
    kinds = rows.argmax(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["mse"])
    model.fit(rows, kinds, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(96, 4)).astype("float32")
    kinds = rows.argmax(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(rows, kinds, epochs=2, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import metrics_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import SPARSE_LOSSES

# The network learns what it should; what misleads is the number.
SEVERITY = Severity.WARNING
SKILLS = ("model-13", "model-8")
GUIDE = "Keras API: Metrics"
EXPLAINS = ()

_DISTANCES = frozenset(
    {
        *("mse", "mae", "mean_squared_error", "mean_absolute_error"),
        *("root_mean_squared_error", "mean_absolute_percentage_error", "mape"),
    }
)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        compiled, units = output.model.compiled, output.head.units or 0
        if compiled is None or len(compiled.losses) != 1 or units < 2:
            continue
        measured = next((name for name in compiled.metrics if name.lower() in _DISTANCES), "")
        if measured and output.loss in SPARSE_LOSSES:
            return Finding(
                line=metrics_line(evidence.source, output.model),
                evidence=f"each label is the number of one of {units} classes, and {measured} subtracts it from the "
                f"probability of each",
                change='metrics=["accuracy"]',
                about=output.model.name,
            )
    return None
