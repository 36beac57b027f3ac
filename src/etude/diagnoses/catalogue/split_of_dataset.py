"""
`validation_split` splits arrays; the data are a dataset or a generator.

## Why it hurts
To cut rows off the end, `fit` must know how many there are and be able to pick them. A dataset only gives one
batch after the other. Keras stops; the dataset has to be split before, with `take` and `skip`.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).batch(8)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(data, validation_split=0.2, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, x[:, :1]))
    training_data = data.skip(8).shuffle(32).batch(8)
    validation_data = data.take(8).batch(8)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, validation_data=validation_data, verbose=0)
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import UNKNOWN, Fit

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("not_shuffled",)


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is None or evidence.error.type != "ValueError":
        return None
    for fit in evidence.fits:
        share = fit.arguments.get("validation_split")
        if share and fit.train.kind != "arrays" and not fit.finished and not fit.epochs:
            return Finding(
                line=fit_argument_line(evidence.source, fit, "validation_split"),
                evidence=f"validation_split={share} cuts rows off arrays, and fit in line {fit.line} is "
                f"given {_what(fit)}",
                change="split before fit with take and skip, and pass validation_data=",
            )
    return None


def _what(fit: Fit) -> str:
    if fit.train.kind != "dataset":
        return f"a {fit.train.type}"
    count = fit.train.cardinality
    return "a dataset" + (f" of {count} batches" if count > UNKNOWN and count > 0 else "")
