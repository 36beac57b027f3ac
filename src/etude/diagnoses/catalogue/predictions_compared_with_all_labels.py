"""
Predictions of shape (n, 1) meet labels of shape (n,), so each is compared with all of them.

## Why it hurts
`predict` of a model with one output gives a column, (n, 1). A column minus a row (n,) is a table (n, n):
every prediction minus every label. Its mean is a number like any other, and it is not the error: it stays
large for a perfect model. `==` does the same, and tells an accuracy that has nothing to do with the model.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
    y = x.sum(axis=1)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.3), loss="mse")
    model.fit(x, y, epochs=20, verbose=0)

    predictions = model.predict(x, verbose=0)
    print("mean error", np.abs(predictions - y).mean())

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
    y = x.sum(axis=1)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.3), loss="mse")
    model.fit(x, y, epochs=20, verbose=0)

    predictions = model.predict(x, verbose=0)[:, 0]
    print("mean error", np.abs(predictions - y).mean())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.names import calls_in, value_of
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-1", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors (broadcasting)"
EXPLAINS = ()

# Methods and functions that leave the shape as it is.
_KEEP_SHAPE = {"astype", "round", "rint", "abs", "float32", "int32", "asarray", "array", "cast"}
_ASK_A_NETWORK = {"predict", "predict_on_batch", "serve", "call", "get_tensor"}
_RESHAPES = ("reshape", "newaxis", "None", "expand_dims", "[[", "keepdims", "atleast_2d")


def match(evidence: Evidence) -> Finding | None:
    if not _has_column_and_row(evidence):
        return None
    for left, right, line in _met(evidence.source):
        for column, row in ((left, right), (right, left)):
            if _is_column(evidence.source, column, line) and _is_row(evidence.source, row, line):
                return Finding(
                    line=line,
                    evidence=f"{ast.unparse(column)} has the shape (n, 1) and {ast.unparse(row)} the shape "
                    "(n,), so the result has the shape (n, n)",
                    change="take the one column out of the predictions first: predictions[:, 0]",
                )
    return None


def _has_column_and_row(evidence: Evidence) -> bool:
    """Whether a model gives (n, 1) and has learned from labels (n,)."""
    for output in outputs(evidence):
        shape = output.head.shape
        given = output.labels[0].shape if output.labels else None
        if shape is not None and given is not None and list(shape)[1:] == [1] and len(given) == 1:
            return True
    return False


def _met(source: Source) -> Iterator[tuple[ast.expr, ast.expr, int]]:
    """What is subtracted from what, or compared with it."""
    for node in source.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            yield node.left, node.right, node.lineno
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            yield node.left, node.comparators[0], node.lineno


def _is_column(source: Source, node: ast.expr | None, line: int) -> bool:
    """Whether it is what ``predict`` gave, in the same shape."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=line)
        # Of ``x = x.round()`` what x was before: each look back begins further up.
        return value is not None and _is_column(source, value, min(value.lineno, line - 1))
    if isinstance(node, ast.Compare):
        return _is_column(source, node.left, line)
    if not isinstance(node, ast.Call):
        return False
    name = last_name(node.func)
    if name == "predict" or (isinstance(node.func, ast.Attribute) and node.func.attr == "predict"):
        return True
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in _KEEP_SHAPE:
        return False
    of = node.args[0] if node.args and name != "astype" else node.func.value
    return _is_column(source, of, line)


def _is_row(source: Source, node: ast.expr, line: int) -> bool:
    """Whether it is a name or a stretch of it, and nothing says that it has a second axis."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        return _is_row(source, node.value, line)
    if not isinstance(node, ast.Name):
        return False
    value = value_of(source, node.id, before=line)
    if value is not None and _is_of_a_network(value):
        return False
    written = ast.unparse(value) if value is not None else ""
    return not any(word in written for word in _RESHAPES) and not _is_column(source, node, line)


def _is_of_a_network(value: ast.expr) -> bool:
    """Whether it is what a saved or converted model gave: as much a column as what it is compared with."""
    asked = {last_name(call.func) for call in calls_in(value)}
    if asked & _ASK_A_NETWORK:
        return True
    # ``model(x).numpy()``, not ``labels.numpy()``
    is_numpy = isinstance(value, ast.Call) and dotted_name(value.func).endswith("numpy")
    inner = value.func if isinstance(value, ast.Call) else None
    return is_numpy and isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Call)
