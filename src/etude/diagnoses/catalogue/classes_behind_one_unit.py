"""
A layer of one unit stands in front of the layer that names one of many classes.

## Why it hurts
All that the layers before have found out has to pass as one number. From it the last layer can tell classes apart only by more or less, on a line,
and through a sigmoid that line is 1 long: twenty kinds of text, or ten digits, do not fit on it. It is often left over from a
network that answered yes or no. Training runs, and accuracy stays near that of guessing.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    labels = rng.integers(0, 8, 400)
    x = (np.eye(8)[labels] + rng.normal(0, 0.1, (400, 8))).astype("float32")
    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
        keras.layers.Dense(8, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.05)
    model.compile(adam, "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, labels, epochs=12, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    labels = rng.integers(0, 8, 400)
    x = (np.eye(8)[labels] + rng.normal(0, 0.1, (400, 8))).astype("float32")
    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(8, activation="softmax"),
    ])
    adam = keras.optimizers.Adam(0.05)
    model.compile(adam, "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, labels, epochs=12, verbose=0)
"""

from collections.abc import Iterator

import numpy as np

from etude.diagnoses.curves import accuracy, last_fit
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads
from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-7", "dev-3")
GUIDE = "TensorFlow tutorial: Basic classification: Classify images of clothing"
EXPLAINS = NOTHING_LEARNED

# Three classes in a row, as of flowers that differ in size, do fit on a line.
_CLASSES = 4
_RIGHT = 0.8
# Each value by itself, or each example: as many come out as go in.
_KEEPS_WIDTH = ("Activation", "ReLU", "LeakyReLU", "PReLU", "Dropout", "BatchNormalization")


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    share = _share_right(evidence, fit) if fit is not None else None
    if fit is None or share is None or share >= _RIGHT:
        return None
    for narrow, classes in _narrow(fit.model):
        return Finding(
            line=layer_line(evidence.source, fit.model, narrow),
            about=narrow.name,
            evidence=f"{narrow.name} gives 1 number, the layer behind it tells {classes} classes apart by it, and "
            f"{share:.2f} of the answers are right",
            change="leave that layer out, or give it some tens of units",
        )
    return None


def _share_right(evidence: Evidence, fit: Fit) -> float | None:
    """Of what was decided about held-out examples, else as the program measured it."""
    counts = np.asarray(evidence.decided)
    if counts.size:
        return float(np.trace(counts) / max(counts.sum(), 1))
    learned = accuracy(fit)
    return learned[-1] if learned else None


def _narrow(model: Model) -> Iterator[tuple[Layer, int]]:
    """Layers of one unit that alone feed a layer with an output per class, and the classes."""
    for head in heads(model):
        if head.layer is None or head.layer.kind != "Dense" or (head.units or 0) < _CLASSES:
            continue
        if head.activation not in ("softmax", "sigmoid", "linear") or not _classifies(head.loss):
            continue
        before = _before(model, head.layer)
        if before is not None and before.kind == "Dense" and before.config.get("units") == 1:
            yield before, head.units or 0


def _classifies(loss: object) -> bool:
    return getattr(loss, "name", "").endswith("crossentropy")


def _before(model: Model, layer: Layer) -> Layer | None:
    """What feeds a layer, behind those that keep the width; None where that is not one thing."""
    found: Layer | None = layer
    while found is not None:
        paths = fed_by(model.layers, found.name)
        found = find_layer(model.layers, paths[0]) if len(paths) == 1 else None
        if found is not None and found.kind not in _KEEPS_WIDTH:
            return found
    return None
