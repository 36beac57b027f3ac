"""
Python's own shuffle is given a NumPy table, where it doubles some rows and loses others.

## Why it hurts
`random.shuffle` swaps two elements at a time: `x[i], x[j] = x[j], x[i]`. For a list that is right. A row of an array is
no element of its own but a window on the array, so the second half of the swap copies what the first has just
written. One row is there twice then and the other is gone; after a whole shuffle about half of the rows are lost, and
copies of others stand in their place, in the test part as well as in training. Shapes are as before and nothing complains.

## Example
    import random

    import numpy as np
    import tensorflow as tf

    table = np.array([[i, i % 2] for i in range(60)], dtype="float32")
    random.shuffle(table)

    training_data = tf.data.Dataset.from_tensor_slices((table[:, :1], table[:, 1])).batch(10)

## Instead
    import numpy as np
    import tensorflow as tf

    table = np.array([[i, i % 2] for i in range(60)], dtype="float32")
    np.random.shuffle(table)

    training_data = tf.data.Dataset.from_tensor_slices((table[:, :1], table[:, 1])).batch(10)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, value_of
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("overfits",)

_OF_FRAMES = {"values", "to_numpy"}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in source.calls("shuffle"):
        name = call.args[0].id if call.args and isinstance(call.args[0], ast.Name) else ""
        line = call_line(call)
        made = value_of(source, name, before=line) if name else None
        if full_name(source, call.func) != "random.shuffle" or made is None:
            continue
        if _is_array(source, made) and _has_columns(source, name, after=made.lineno):
            return Finding(
                line=line,
                about=name,
                evidence=f"{name} of line {made.lineno} is a NumPy array of rows, and random.shuffle swaps "
                "rows so that one of the two is overwritten: some are doubled, others are gone",
                change=f"np.random.shuffle({name}), which moves whole rows",
            )
    return None


def _is_array(source: Source, made: ast.expr) -> bool:
    """Whether NumPy made it, or a table of pandas gave its values away."""
    if isinstance(made, ast.Attribute):
        return made.attr in _OF_FRAMES
    if not isinstance(made, ast.Call):
        return False
    if isinstance(made.func, ast.Attribute) and made.func.attr in ("astype", "reshape"):
        return _is_array(source, made.func.value)
    of_frame = isinstance(made.func, ast.Attribute) and made.func.attr in _OF_FRAMES
    return of_frame or full_name(source, made.func).startswith("numpy.")


def _has_columns(source: Source, name: str, *, after: int) -> bool:
    """Whether it is read by row and column, ``x[:, 0]``: the elements of a flat array are swapped rightly."""
    return any(
        isinstance(node.value, ast.Name)
        and node.value.id == name
        and node.lineno > after
        and isinstance(node.slice, ast.Tuple)
        and not any(isinstance(part, ast.Constant) for part in node.slice.elts[:1])
        for node in source.all(ast.Subscript)
    )
