"""
`batch_size` is given to `fit` together with a dataset, which brings its own batches.

## Why it hurts
Keras takes a dataset's batches as they come and passes over `batch_size` without a word. Whoever turns this
number to save memory or to learn in smaller steps changes nothing.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).shuffle(64).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, batch_size=4, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).shuffle(64).batch(4)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, verbose=0)
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Stage

SEVERITY = Severity.WARNING
SKILLS = ("data-7", "model-1")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        asked = fit.arguments.get("batch_size")
        if not isinstance(asked, int) or fit.train.kind != "dataset":
            continue
        batching = next((stage for stage in reversed(fit.train.stages) if batches(stage)), None)
        if batching is None or batching.parameters.get("batch_size") != asked:
            return Finding(
                line=fit_argument_line(evidence.source, fit, "batch_size"),
                evidence=f"fit is given batch_size={asked}, and {_comes(batching)}",
                change="leave batch_size out, and set it where the dataset is batched",
            )
    return None


def _comes(batching: Stage | None) -> str:
    if batching is None:
        return "a dataset that comes in single examples, which it does not batch"
    return f"the dataset's batches are made by {step(batching)}"
