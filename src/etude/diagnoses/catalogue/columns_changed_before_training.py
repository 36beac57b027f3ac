"""
Columns are squared or take a logarithm before training, and a new row is given as it is.

## Why it hurts
The network has learned from the changed numbers: 0.25 where the row says 0.5. A row that is typed in later, or comes from a form, has to go the
same way; as it is, it means something else to the network, and the answer is wrong by as much, although the loss was small. A change in place
is easily forgotten, since the array keeps its name.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).uniform(size=(128, 2))
    x[:, 1] = x[:, 1] ** 2
    y = 3 * x[:, 0] + 5 * x[:, 1]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.1), "mse")
    model.fit(x, y, epochs=40, verbose=0)
    print("0.2 and 0.5 give", model.predict(np.array([[0.2, 0.5]]), verbose=0))

## Instead
    import keras
    import numpy as np

    def prepared(rows):
        return np.stack([rows[:, 0], rows[:, 1] ** 2], axis=1)

    x = prepared(np.random.default_rng(0).uniform(size=(128, 2)))
    y = 3 * x[:, 0] + 5 * x[:, 1]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.1), "mse")
    model.fit(x, y, epochs=40, verbose=0)
    print("0.2 and 0.5 give", model.predict(prepared(np.array([[0.2, 0.5]])), verbose=0))
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, root
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity

# A person may type in what they have worked out by hand.
SEVERITY = Severity.WARNING
SKILLS = ("model-13", "data-4", "dev-3")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = ()

# What bends a column; other scales are told by their numbers.
_BENDING = ("log", "log1p", "log2", "log10", "sqrt", "cbrt", "square", "power", "exp", "expm1")


@dataclass(frozen=True, slots=True)
class _Change:
    """``x[:, 1] = x[:, 1] ** 2``: whose column, and the statement."""

    name: str
    column: ast.Subscript
    node: ast.Assign | ast.AugAssign


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    changes = list(_changes(source))
    for fit in evidence.fits if changes else ():
        given = inputs_given(source, fit.line, "fit")
        learned = list(origins(source, given, before=fit.line))
        change = next((one for one in changes if _reaches(one, learned)), None)
        for call in evidence.calls_with_model_of(fit) if change is not None else ():
            asked = inputs_given(source, call.line, "predict")
            behind = list(origins(source, asked, before=call.line))
            if change is None or not _is_typed_in(behind) or _is_changed(behind, changes):
                continue
            return Finding(
                line=call.line,
                about=change.name,
                evidence=f"line {change.node.lineno} changes a column of {change.name}, line {fit.line} learns from that, and "
                f"line {call.line} asks about a row whose columns are as they were typed in",
                change="change the row in the same way, best by one function for both; or learn from the plain columns "
                "and let the network find the curve",
            )
    return None


def _changes(source: Source) -> Iterator[_Change]:
    for node in source.all(ast.Assign):
        target = node.targets[0]
        if isinstance(target, ast.Subscript) and _bends(node.value, ast.unparse(target)):
            yield _Change(root(target), target, node)
    for bent in source.all(ast.AugAssign):
        if isinstance(bent.op, ast.Pow) and isinstance(bent.target, ast.Subscript):
            yield _Change(root(bent.target), bent.target, bent)


def _reaches(change: _Change, learned: Sequence[ast.AST]) -> bool:
    """Whether the column is among the inputs; the last one of an array is mostly the target."""
    column = constant(change.column.slice)
    if isinstance(column, str):
        return change.node.value in learned
    axes = change.column.slice
    last = constant(axes.elts[-1] if isinstance(axes, ast.Tuple) else axes)
    return last != -1 and change.name in names_in(*learned)


def _bends(value: ast.expr, column: str) -> bool:
    """Whether a column gets a power or a logarithm of itself."""
    bent = _bent(value)
    return bent is not None and ast.unparse(bent) == column


def _bent(node: ast.AST) -> ast.expr | None:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return node.left
    if isinstance(node, ast.Call) and last_name(node.func) in _BENDING and node.args:
        return node.args[0]
    return None


def _is_typed_in(behind: Sequence[ast.AST]) -> bool:
    """Whether there is a row of plain numbers among what was asked about."""
    lists = [part for part in behind if isinstance(part, ast.List)]
    return any(
        len(one.elts) > 1 and all(isinstance(constant(e), int | float) for e in one.elts)
        for one in lists
    )


def _is_changed(behind: Sequence[ast.AST], changes: Sequence[_Change]) -> bool:
    """Whether the row comes of a changed array, or is bent on its own way."""
    names = names_in(*behind)
    return any(one.name in names for one in changes) or any(_bent(part) for part in behind)
