"""
Predictions of a shuffled generator are compared with labels in the order of the files.

## Why it hurts
`flow_from_directory` shuffles unless it is told not to, while `classes` lists the labels in the order of the
files, and so do labels written down by hand, folder after folder. Prediction 7 then belongs to another
picture than label 7: the confusion matrix looks like guessing, although `evaluate` says that the model is fine.

## Example
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(4):
            picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
            tf.io.write_file(f"pets/{name}/{number}.png", picture)

    reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)
    test_data = reader.flow_from_directory(
        "pets",
        target_size=(8, 8),
    )
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")])
    predicted = model.predict(test_data, verbose=0).argmax(axis=1)
    print("accuracy", (predicted == test_data.classes).mean())

## Instead
    import os

    import keras
    import numpy as np
    import tensorflow as tf

    for name in ("cat", "dog"):
        os.makedirs(f"pets/{name}")
        for number in range(4):
            picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
            tf.io.write_file(f"pets/{name}/{number}.png", picture)

    reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)
    test_data = reader.flow_from_directory(
        "pets",
        target_size=(8, 8),
        shuffle=False,
    )
    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")])
    predicted = model.predict(test_data, verbose=0).argmax(axis=1)
    print("accuracy", (predicted == test_data.classes).mean())
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import IN_ORDER_DRAWN
from etude.diagnoses.names import given, line_of_filling, names_in, value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.predictions import SCORES
from etude.diagnoses.source import Source, argument, call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-7", "model-13", "image-6")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ()

_READS = ("flow_from_directory", "flow_from_dataframe")
_IN_ORDER_OF_FILES = ("classes", "labels", "filenames")
# They count, whatever the order.
_COUNT = ("len", "unique", "bincount", "Counter", "set", "max", "compute_class_weight")
# Labels that are all alike suit any order.
_ALL_ALIKE = ("zeros", "ones", "full", "zeros_like", "ones_like")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in evidence.calls_of("Model.predict"):
        written = call_at(source, call.line, "predict")
        node = given(written, "x", 0) if written else None
        if not isinstance(node, ast.Name):
            continue
        reader = value_of(source, node.id, before=call.line)
        if written is None or not isinstance(reader, ast.Call) or not _shuffles(reader):
            continue
        if line := _labels_line(source, node.id):
            against = f"line {line} takes its labels in the order of the files"
        elif line := _compared_line(source, written):
            against = f"line {line} compares that with labels which know nothing of this order"
        else:
            continue
        return Finding(
            line=source.line_of_argument(reader, "shuffle") or call_line(reader),
            about=node.id,
            evidence=f"line {call.line} predicts {node.id}, which shuffles, and {against}",
            change="give the reader of these data shuffle=False",
        )
    return None


def _shuffles(reader: ast.Call) -> bool:
    name = last_name(reader.func)
    return name in _READS and argument(reader, "shuffle") is not False


def _labels_line(source: Source, name: str) -> int:
    """Where the generator's list of labels or files is used; 0 when it is not."""
    counts = [call for counting in _COUNT for call in source.calls(counting)]
    counted = {id(inner) for call in counts for inner in ast.walk(call)}
    lines = [
        node.lineno
        for node in source.nodes
        if isinstance(node, ast.Attribute)
        and id(node) not in counted
        and node.attr in _IN_ORDER_OF_FILES
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    ]
    return max(lines, default=0)


def _compared_line(source: Source, predict: ast.Call) -> int:
    """Where a score compares these predictions with labels written down elsewhere; 0 when none does."""
    for call in (one for name in SCORES for one in source.calls(name)):
        labels, predicted = given(call, "y_true", 0), given(call, "y_pred", 1)
        if labels is None or predicted is None or call.lineno < predict.lineno:
            continue
        behind = list(origins(source, labels, before=call.lineno))
        answers = predict in origins(source, predicted, before=call.lineno)
        if not answers or predict in behind:
            continue
        if not _fits_any_order(source, labels, behind, before=call.lineno):
            return call_line(call)
    return 0


def _fits_any_order(
    source: Source, labels: ast.expr, behind: list[ast.AST], *, before: int
) -> bool:
    """Whether labels are looked up in the order drawn, or are one class throughout."""
    if any(isinstance(n, ast.Attribute) and n.attr == IN_ORDER_DRAWN for n in behind):
        return True
    made = [n for n in behind if isinstance(n, ast.Call)]
    alike = any(dotted_name(n.func).endswith(_ALL_ALIKE) for n in made)
    return alike and not line_of_filling(source, names_in(labels), before=before)
