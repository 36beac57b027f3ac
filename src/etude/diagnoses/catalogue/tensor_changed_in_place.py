"""
A tensor is given new values by an assignment to one of its places.

## Why it hurts
A tensor never changes once it is made: `t[0] = 1`, as NumPy allows it, stops with "object does not support item
assignment". Make the values in NumPy and turn the array into a tensor at the end, choose with `tf.where`, or get
a new tensor from `tf.tensor_scatter_nd_update`. What has to change while a program runs is a `tf.Variable`.

## Example
    import tensorflow as tf

    scores = tf.constant([0.2, -0.5, 0.9])
    scores[scores < 0] = 0.0

## Instead
    import tensorflow as tf

    scores = tf.constant([0.2, -0.5, 0.9])
    scores = tf.where(scores < 0, 0.0, scores)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.source import Source, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "train-2")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ()

_REFUSED = re.compile(r"'[\w.]*(?P<kind>Tensor|Variable)' object does not support item assignment")
# Before it comes so far, Python asks a mask for a number.
_MASK = re.compile(r"only integer scalar arrays can be converted to a scalar index")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    place = _place(evidence.source, error.line) if error is not None else None
    if error is None or place is None:
        return None
    found = _REFUSED.search(error.message)
    if found is None and not _MASK.search(error.message):
        return None
    kind = found["kind"].lower() if found else "tensor"
    return Finding(
        line=error.line,
        about=root(place),
        evidence=f"{ast.unparse(place)} is to get a value, and {root(place)} is a {kind}, whose places take none",
        change=_change(kind, place),
    )


def _place(source: Source, line: int) -> ast.Subscript | None:
    """What stands left of the ``=``."""
    for node in _assignments(source):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        place = next((one for one in targets if isinstance(one, ast.Subscript)), None)
        if place is not None and spans(node, line):
            return place
    return None


def _assignments(source: Source) -> Iterator[ast.Assign | ast.AugAssign]:
    yield from source.all(ast.Assign)
    yield from source.all(ast.AugAssign)


def _change(kind: str, place: ast.Subscript) -> str:
    name = ast.unparse(place.value)
    if kind == "variable":
        return f"{ast.unparse(place)}.assign(...)"
    if isinstance(place.slice, ast.Compare):
        return f"{name} = tf.where({ast.unparse(place.slice)}, new, {name})"
    return f"{name} = tf.tensor_scatter_nd_update({name}, places, values), or fill a NumPy array first and make the tensor of it"
