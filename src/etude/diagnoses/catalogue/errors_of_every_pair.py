"""
Predictions of shape (n, 1) minus labels of shape (n,) give a table of every prediction with every label.

## Why it hurts
`predict` of a model that ends in one unit gives a column. NumPy stretches a column and a row to a table: n errors
become n times n, nearly all of them between a prediction and the label of another example. Their mean looks like an
error and is none: a perfect forecast gets as large a one as a poor one.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(x, y, epochs=2, verbose=0)

    forecast = model.predict(x, verbose=0)
    print(np.abs(forecast - y).mean())

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mae")
    model.fit(x, y, epochs=2, verbose=0)

    forecast = model.predict(x, verbose=0)[:, 0]
    print(np.abs(forecast - y).mean())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, names_in, value_of
from etude.diagnoses.source import Source, constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-3", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors (broadcasting)"
EXPLAINS = ("predictions_compared_with_all_labels",)

_BACK = ".inverse_transform"
_SUBTRACTS = ("subtract", "squared_difference")
_TWO = 2


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if not evidence.fits or not all(map(_gives_columns, evidence.fits)):
        return None
    labels: set[str] = set()
    if all(map(_learned_from_rows, evidence.fits)):
        labels = set(_label_names(source))
        labels |= set(_parameters_given(source, labels))
    tables = set(_label_tables(source)) if all(map(_learned_from_a_table, evidence.fits)) else set()
    for difference, forecast, label in _differences(source):
        if (
            _is_one_place_of(label, tables)
            or dotted_name(label) in labels
            or _is_table_column(source, label)
        ):
            return Finding(
                line=difference.lineno,
                evidence=f"`{ast.unparse(difference)}` in line {difference.lineno}: predict gives (n, 1) and "
                f"{ast.unparse(label)} is (n,), so this is a table of n times n",
                change=f"take the column out of {forecast}: [:, 0], or .squeeze(axis=1)",
            )
    return None


def _gives_columns(fit: Fit) -> bool:
    """Whether the model gives (n, 1)."""
    return [list(output.shape or []) for output in fit.model.outputs] == [[None, 1]]


def _learned_from_rows(fit: Fit) -> bool:
    """Whether it learned from labels (n,)."""
    labels = fit.train.part("1")
    return labels is not None and len(labels.shape) == 1


def _learned_from_a_table(fit: Fit) -> bool:
    """Whether it learned from labels (n, k)."""
    labels = fit.train.part("1")
    return labels is not None and len(labels.shape) == _TWO


def _label_tables(source: Source) -> Iterator[str]:
    """Names that fit or evaluate is given as labels whole, no part of them."""
    for verb in ("fit", "evaluate"):
        for call in source.calls(verb):
            node = given(call, "y", 1)
            if isinstance(node, ast.Name):
                yield node.id


def _is_one_place_of(node: ast.expr, tables: set[str]) -> bool:
    """``targets[:, 0]`` of targets (n, k), which leaves the axis out."""
    if not isinstance(node, ast.Subscript) or dotted_name(node.value) not in tables:
        return False
    places = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
    return len(places) == _TWO and isinstance(constant(places[1]), int)


def _is_table_column(source: Source, node: ast.expr) -> bool:
    """``table["price"].values`` and a part of it, also under a name of its own: always (n,)."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno) or node
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        node = node.value
    called = isinstance(node, ast.Call) and not node.args
    taken = node.func if isinstance(node, ast.Call) and called else node
    if not isinstance(taken, ast.Attribute) or taken.attr != ("to_numpy" if called else "values"):
        return False
    column = taken.value
    return isinstance(column, ast.Subscript) and isinstance(constant(column.slice), str)


def _label_names(source: Source) -> Iterator[str]:
    """Names that fit or evaluate is given as labels."""
    for verb in ("fit", "evaluate"):
        for call in source.calls(verb):
            validation = given(call, "validation_data", 99)
            parts = validation.elts[1:2] if isinstance(validation, ast.Tuple) else []
            for node in (given(call, "y", 1), *parts):
                yield from names_in(node) if node is not None else ()


def _parameters_given(source: Source, labels: set[str]) -> Iterator[str]:
    """Parameters of functions that the program calls with labels."""
    for function in source.functions():
        for call in source.calls(function.name):
            pairs = zip(function.args.args, call.args, strict=False)
            yield from (own.arg for own, arg in pairs if dotted_name(arg) in labels)


def _differences(source: Source) -> Iterator[tuple[ast.expr, str, ast.expr]]:
    """Differences of what ``predict`` gave, as it came or scaled back, and of something else."""
    for node in source.nodes:
        both = _subtracted(node)
        for forecast, label in (both, both[::-1]) if both else ():
            if isinstance(node, ast.expr) and _is_prediction(source, forecast):
                yield node, ast.unparse(forecast), label


def _subtracted(node: ast.AST) -> tuple[ast.expr, ast.expr] | None:
    """Both sides of ``a - b``, ``np.subtract(a, b)`` and ``tf.math.squared_difference(a, b)``."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        return node.left, node.right
    called = last_name(node.func) if isinstance(node, ast.Call) else ""
    if isinstance(node, ast.Call) and called in _SUBTRACTS and len(node.args) == _TWO:
        return node.args[0], node.args[1]
    return None


def _scales_back(source: Source, call: ast.Call) -> bool:
    """Whether a scaler of scikit-learn does, which keeps the shape; one's own may flatten."""
    own = function_of(source, call.func) is not None
    return not own and bool(call.args) and dotted_name(call.func).endswith(_BACK)


def _is_prediction(source: Source, node: ast.expr) -> bool:
    made: ast.AST | None = node
    if isinstance(node, ast.Name):
        made = value_of(source, node.id, before=node.lineno)
    if isinstance(made, ast.Call) and _scales_back(source, made):
        return _is_prediction(source, made.args[0])
    return isinstance(made, ast.Call) and dotted_name(made.func).endswith(".predict")
