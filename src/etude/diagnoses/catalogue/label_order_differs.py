"""
The classes are numbered in another order than the one that was agreed on.

## Why it hurts
A class is nothing but a number to the network: output 0 means whatever was called 0 during training. Whoever
reads the outputs with another list of names gets consistent, confident and wrong answers, and an accuracy
near that of guessing, though the network has learned its task. Folders of classes are numbered in
alphabetical order unless `class_names` says otherwise.

## Example
    import os

    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    for folder in ("train/bird", "train/fruit", "validation/bird", "validation/fruit"):
        os.makedirs(folder)
        keras.utils.save_img(f"{folder}/one.png", rng.integers(0, 256, (8, 8, 3)))

    training_data = keras.utils.image_dataset_from_directory(
        "train", image_size=(8, 8), class_names=["fruit", "bird"], verbose=False
    )
    validation_data = keras.utils.image_dataset_from_directory(
        "validation", image_size=(8, 8), verbose=False
    )

## Instead
    import os

    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    for folder in ("train/bird", "train/fruit", "validation/bird", "validation/fruit"):
        os.makedirs(folder)
        keras.utils.save_img(f"{folder}/one.png", rng.integers(0, 256, (8, 8, 3)))

    CLASSES = ["bird", "fruit"]
    training_data = keras.utils.image_dataset_from_directory(
        "train", image_size=(8, 8), class_names=CLASSES, verbose=False
    )
    validation_data = keras.utils.image_dataset_from_directory(
        "validation", image_size=(8, 8), class_names=CLASSES, verbose=False
    )
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call
from etude.domain.what_if import AS_IT_IS, LABELS_REORDERED

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "model-13", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ("stuck_at_majority", "trained_too_short", "overfits")

_READERS = ("image_dataset_from_directory", "text_dataset_from_directory")


def match(evidence: Evidence) -> Finding | None:
    return _judged(evidence) or _read_in_two_orders(evidence)


def _judged(evidence: Evidence) -> Finding | None:
    """Hidden examples were named rightly once the labels were put in another order."""
    for verdict in evidence.verdicts:
        for name, value in verdict.measured.items():
            if name.startswith(LABELS_REORDERED):
                order = name.removeprefix(LABELS_REORDERED)
                return Finding(
                    line=_line_of_names(order.split(", "), evidence),
                    evidence=f"{verdict.measured[AS_IT_IS]:.2f} as it is, {value:.2f} with the "
                    f"model's outputs read in the order {order}",
                    change="number the classes as the statement does, when the data are read",
                )
    return None


def _read_in_two_orders(evidence: Evidence) -> Finding | None:
    read = [call for call in evidence.calls if call.name in _READERS and _names(call)]
    for call in read:
        for other in read:
            same_classes = sorted(_names(call)) == sorted(_names(other))
            if same_classes and _names(call) != _names(other) == sorted(_names(other)):
                return Finding(
                    line=_line_of_argument(call, evidence),
                    evidence=f"line {call.line} numbers the classes {', '.join(_names(call))}; "
                    f"line {other.line} numbers them {', '.join(_names(other))}",
                    change="pass the same class_names to both, or to neither",
                )
    return None


def _names(call: Call) -> list[str]:
    return list(call.arguments.get("class_names", ()))


def _line_of_argument(call: Call, evidence: Evidence) -> int:
    """Where this call's ``class_names`` stand."""
    for name in _READERS:
        for node in evidence.source.calls(name):
            if node.lineno <= call.line <= (node.end_lineno or node.lineno):
                return evidence.source.line_of_argument(node, "class_names")
    return call.line


def _line_of_names(names: Sequence[str], evidence: Evidence) -> int:
    """Where the program lists these classes, else where it reads or learns from data."""
    for node in ast.walk(evidence.source.tree):
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
            items = node.keys if isinstance(node, ast.Dict) else node.elts
            if {getattr(item, "value", None) for item in items} == set(names):
                return node.lineno
    for reader in (*_READERS, "listdir", "iterdir", "glob"):
        line = evidence.source.line_of_call(reader)
        if line:
            return line
    return evidence.fits[-1].line if evidence.fits else 1
