"""
The label is taken from the last part of a path, which is the file's name and not its folder.

## Why it hurts
In "pets/cat/17.png" the class is the last part but one. The file's name equals no class, so every comparison
with the class names is false: each label is all zeros, or class 0, whatever the picture shows.

## Example
    import numpy as np
    import tensorflow as tf

    class_names = np.array(["cat", "dog"])
    files = tf.data.Dataset.from_tensor_slices(["pets/cat/1.png", "pets/dog/2.png"])


    def label_of(path):
        parts = tf.strings.split(path, "/")
        return tf.argmax(parts[-1] == class_names)


    labels = files.map(label_of)

## Instead
    import numpy as np
    import tensorflow as tf

    class_names = np.array(["cat", "dog"])
    files = tf.data.Dataset.from_tensor_slices(["pets/cat/1.png", "pets/dog/2.png"])


    def label_of(path):
        parts = tf.strings.split(path, "/")
        return tf.argmax(parts[-2] == class_names)


    labels = files.map(label_of)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, value_of
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-1", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("stuck_at_majority",)

_SEPARATORS = ("os.sep", "os.path.sep", "sep")


def match(evidence: Evidence) -> Finding | None:
    for line, text in _compared(evidence.source):
        return Finding(
            line=line,
            evidence=f"{text} is the last part of a path, the name of the file, and it is compared "
            "with the names of classes",
            change=f"take the folder: {text.replace('[-1]', '[-2]')}",
        )
    return None


def _compared(source: Source) -> Iterator[tuple[int, str]]:
    """Comparisons of the last part of a path with a variable."""
    for node in source.nodes:
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], ast.Eq):
            continue
        for side, other in ((node.left, node.comparators[0]), (node.comparators[0], node.left)):
            if _is_last_part(source, side) and isinstance(other, ast.Name | ast.Attribute):
                yield side.lineno, ast.unparse(side)


def _is_last_part(source: Source, node: ast.expr) -> bool:
    if not isinstance(node, ast.Subscript) or constant(node.slice) != -1:
        return False
    split: ast.expr | None = node.value
    if isinstance(split, ast.Name):
        split = value_of(source, split.id, before=node.lineno)
    if not isinstance(split, ast.Call) or not dotted_name(split.func).endswith("strings.split"):
        return False
    separator = given(split, "sep", 1)
    return constant(separator) in ("/", "\\") or (
        separator is not None and dotted_name(separator) in _SEPARATORS
    )
