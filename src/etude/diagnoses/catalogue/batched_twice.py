"""
The data are batched twice, so an element is a batch of batches.

## Why it hurts
Every tensor gets one axis too many: (batches, examples, height, width, channels) instead of (examples,
height, width, channels). Most layers refuse that; those that do not, such as Dense, compute something else
than was meant. `image_dataset_from_directory` and its relatives batch already.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 8, 8, 3)).astype("float32")
    y = np.random.default_rng(0).integers(0, 2, 64)
    training_data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
    training_data = training_data.shuffle(8).batch(8)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Conv2D(2, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(2, activation="softmax"),
    ])
    model.compile(loss="sparse_categorical_crossentropy")
    model.fit(training_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(64, 8, 8, 3)).astype("float32")
    y = np.random.default_rng(0).integers(0, 2, 64)
    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(8)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Conv2D(2, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(2, activation="softmax"),
    ])
    model.compile(loss="sparse_categorical_crossentropy")
    model.fit(training_data, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, refused, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "model-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("shuffled_after_batching", "axes_differ_from_input", "axes_too_many")

_JOINS_ANEW = "rebatch"


def match(evidence: Evidence) -> Finding | None:
    for data, rank in _wanted_ranks(evidence):
        batching = _batchings(data)
        if len(batching) < 2 or _rank(data) != rank + 1:
            continue
        first, second = batching[-2:]
        return Finding(
            line=second.line or data.line,
            about=data.role,
            evidence=f"{step(first)} and {step(second)} both batch, so the inputs have the shape "
            f"{_shape(data)}",
            change="batch once: take one of the two out",
        )
    return None


def _wanted_ranks(evidence: Evidence) -> Iterator[tuple[Data, int]]:
    """Data, and how many axes their inputs should have."""
    for fit in evidence.fits:
        if len(fit.model.inputs) == 1 and fit.model.inputs[0].shape is not None:
            yield fit.train, len(fit.model.inputs[0].shape)
    for facts in refused(evidence, "wanted_ranks"):
        ranks = facts["wanted_ranks"]
        for data in evidence.returned:
            if data.role == facts["data"]["role"] and ranks:
                yield data, next(iter(ranks.values()))


def _batchings(data: Data) -> list[Stage]:
    """Stages that add an axis and whose axis is still there."""
    found: list[Stage] = []
    for stage in data.stages:
        if stage.op == "unbatch":
            found = found[:-1]
        elif batches(stage) and stage.op != _JOINS_ANEW:
            found.append(stage)
    return found


def _rank(data: Data) -> int:
    shape = data.spec[0].shape if data.spec else None
    return len(shape) if shape is not None else -1


def _shape(data: Data) -> str:
    return "(" + ", ".join(str(size) for size in data.spec[0].shape or ()) + ")"
