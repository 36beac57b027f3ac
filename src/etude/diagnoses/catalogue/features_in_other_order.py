"""
Features are learned from in the order in which their pictures were drawn, and the labels lie in another.

## Why it hurts
A network that was trained before turns pictures into features, and a small one learns from these. `flow_from_directory` shuffles unless
it is told not to: row 7 of the features is some picture, label 7 belongs to the seventh file. Features and labels are paired by chance, and
the accuracy stays where guessing is, whatever is tried. A dataset with `.shuffle()` draws again on every pass, so labels collected in a second one
do not fit either.

## Example
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(6):
            pixels = np.random.default_rng(number).integers(0, 255, (8, 8, 3), "uint8")
            tf.io.write_file(f"pets/{name}/{number}.png", tf.io.encode_png(pixels))

    reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)
    pictures = reader.flow_from_directory(
        "pets",
        target_size=(8, 8),
        class_mode="binary",
    )
    base = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(4, 3), keras.layers.Flatten()])
    features = base.predict(pictures, verbose=0)
    labels = np.array([0] * 6 + [1] * 6)

    head = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
    head.compile("adam", "binary_crossentropy")
    head.fit(features, labels, verbose=0)

## Instead
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(6):
            pixels = np.random.default_rng(number).integers(0, 255, (8, 8, 3), "uint8")
            tf.io.write_file(f"pets/{name}/{number}.png", tf.io.encode_png(pixels))

    reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)
    pictures = reader.flow_from_directory(
        "pets",
        target_size=(8, 8),
        class_mode="binary",
        shuffle=False,
    )
    base = keras.Sequential([keras.Input((8, 8, 3)), keras.layers.Conv2D(4, 3), keras.layers.Flatten()])
    features = base.predict(pictures, verbose=0)
    labels = np.array([0] * 6 + [1] * 6)

    head = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
    head.compile("adam", "binary_crossentropy")
    head.fit(features, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import IN_ORDER_DRAWN
from etude.diagnoses.names import given, value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.pipelines import shuffled_anew
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, call_line
from etude.diagnoses.stops import repeats_inputs
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("image-7", "image-6", "model-13")
GUIDE = "Keras guide: Transfer learning and fine-tuning"
EXPLAINS = (*NOTHING_LEARNED, "labels_collected_in_second_pass", "shuffled_validation")

# They count the features, whatever the order.
_COUNTS = ("len", "range")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if any(node.attr == IN_ORDER_DRAWN for node in source.all(ast.Attribute)):
        return None
    for fit in evidence.fits:
        predicted = _predicted(evidence, fit)
        if predicted is None or not _has_labels_of_its_own(fit) or _made_of_features(source, fit):
            continue
        shuffle = shuffled_anew(predicted)
        if predicted.kind == "dataset" and shuffle is None:
            continue
        line = shuffle.line if shuffle is not None else 0
        return Finding(
            line=line or _reader_line(source, fit.drawn_order),
            evidence=f"line {fit.line} learns from what line {fit.drawn_order} predicted of pictures in a drawn "
            "order, and the labels beside it do not know this order",
            change="give the reader of the pictures shuffle=False, or leave .shuffle() out; the rows may be shuffled later, "
            "together with their labels",
        )
    return None


def _predicted(evidence: Evidence, fit: Fit) -> Data | None:
    """What the features were predicted of, if that may have come in a drawn order."""
    calls = evidence.calls_of("Model.predict") if fit.drawn_order else []
    return next((call.data for call in calls if call.line == fit.drawn_order), None)


def _has_labels_of_its_own(fit: Fit) -> bool:
    """Labels that differ from row to row, and are not the features once more."""
    labels = fit.train.part("1")
    alike = labels is None or labels.low is None or labels.low == labels.high
    return not alike and not repeats_inputs(fit.train)


def _made_of_features(source: Source, fit: Fit) -> bool:
    """Whether the labels were worked out from the features themselves, as clusters are."""
    call = call_at(source, fit.line, "fit")
    features, labels = (given(call, "x", 0), given(call, "y", 1)) if call else (None, None)
    if not isinstance(features, ast.Name):
        return False
    behind = list(origins(source, labels, before=fit.line))
    counted = {
        id(inner)
        for part in behind
        if isinstance(part, ast.Call | ast.Attribute) and _counts(part)
        for inner in ast.walk(part)
    }
    return any(
        isinstance(part, ast.Name) and part.id == features.id and id(part) not in counted
        for part in behind
    )


def _counts(part: ast.Call | ast.Attribute) -> bool:
    if isinstance(part, ast.Attribute):
        return part.attr == "shape"
    return isinstance(part.func, ast.Name) and part.func.id in _COUNTS


def _reader_line(source: Source, line: int) -> int:
    """Where the pictures are read, as far as that is written; else where they were predicted."""
    written = call_at(source, line, "predict")
    node = given(written, "x", 0) if written is not None else None
    reader = value_of(source, node.id, before=line) if isinstance(node, ast.Name) else node
    if not isinstance(reader, ast.Call):
        return line
    return source.line_of_argument(reader, "shuffle") or call_line(reader)
