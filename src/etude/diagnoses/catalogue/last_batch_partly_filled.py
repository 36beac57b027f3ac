"""
A sequence of batches makes arrays for a full batch, and fills them as far as there are examples.

## Why it hurts
Where `__len__` rounds up, the last batch has fewer examples than the others. An array that `np.empty` made for a full one holds
whatever lay in memory in the rest of its rows, pictures of earlier batches or noise, and `np.zeros` holds black pictures of
class 0: the network learns from them, and evaluation counts them.

## Example
    import math

    import keras
    import numpy as np


    class Batches(keras.utils.PyDataset):
        def __init__(self, features, size):
            super().__init__()
            self.features, self.size = features, size

        def __len__(self):
            return math.ceil(len(self.features) / self.size)

        def __getitem__(self, number):
            rows = self.features[number * self.size : (number + 1) * self.size]
            batch, sums = np.empty((self.size, 4)), np.empty(self.size)
            for place, row in enumerate(rows):
                batch[place] = row
                sums[place] = row.sum()
            return batch, sums


    data = Batches(np.random.default_rng(0).random((30, 4)), 8)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)

## Instead
    import math

    import keras
    import numpy as np


    class Batches(keras.utils.PyDataset):
        def __init__(self, features, size):
            super().__init__()
            self.features, self.size = features, size

        def __len__(self):
            return math.ceil(len(self.features) / self.size)

        def __getitem__(self, number):
            rows = self.features[number * self.size : (number + 1) * self.size]
            batch, sums = np.empty((len(rows), 4)), np.empty(len(rows))
            for place, row in enumerate(rows):
                batch[place] = row
                sums[place] = row.sum()
            return batch, sums


    data = Batches(np.random.default_rng(0).random((30, 4)), 8)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in, paired, root
from etude.diagnoses.own_measures import is_spoilt
from etude.diagnoses.source import dotted_name, last_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-1", "data-6", "dev-3")
GUIDE = "Keras API: PyDataset"
EXPLAINS = ("nan_loss",)

_BASES = ("Sequence", "PyDataset")
_MAKERS = ("empty", "zeros", "ones")


def match(evidence: Evidence) -> Finding | None:
    for definition in keras_classes(evidence.source, _BASES) if evidence.fits else ():
        methods = methods_of(definition)
        size = _rounded_up(methods["__len__"]) if "__len__" in methods else ""
        for method in methods.values() if size else ():
            for made, name, rows in _partly_filled(method, size):
                return Finding(
                    line=made.lineno,
                    about=definition.name,
                    evidence=f"{name} has room for {size} rows, and the loop below fills as many as {rows} has: in the last "
                    "batch there may be fewer, and the rest is left over",
                    # Where the size divides the examples there is no such batch, and nothing of it shows.
                    mild=not any(is_spoilt(fit) for fit in evidence.fits),
                    change=f"make it as long as what goes in: len({rows}) in place of {size}",
                )
    return None


def _rounded_up(length: ast.FunctionDef) -> str:
    """What the number of examples is divided by, where the number of batches is rounded up."""
    for call in calls_in(length):
        divided = call.args[0] if call.args and last_name(call.func) == "ceil" else None
        if isinstance(divided, ast.BinOp) and isinstance(divided.op, ast.Div):
            return _bare(divided.right)
    return ""


def _bare(node: ast.expr) -> str:
    """``self.size``, also of ``float(self.size)``."""
    while isinstance(node, ast.Call) and len(node.args) == 1:
        node = node.args[0]
    return ast.unparse(node)


def _partly_filled(method: ast.FunctionDef, size: str) -> Iterator[tuple[ast.expr, str, str]]:
    """Arrays of so many rows, with their names and what they are filled from, row by row."""
    for statement in (node for node in ast.walk(method) if isinstance(node, ast.Assign)):
        for target, value in paired(statement.targets[0], statement.value):
            if isinstance(target, ast.Name) and _rows_of(value) == size:
                rows = next(_filled_from(method, target.id), "")
                if rows and not _is_cut(method, target.id):
                    yield value, target.id, rows


def _rows_of(value: ast.expr) -> str:
    """The first size of ``np.empty((size, ...))``."""
    if not isinstance(value, ast.Call) or last_name(value.func) not in _MAKERS or not value.args:
        return ""
    shape = value.args[0]
    while isinstance(shape, ast.Tuple | ast.List | ast.BinOp):  # (size,) + shape
        shape = shape.left if isinstance(shape, ast.BinOp) else shape.elts[0]
    return ast.unparse(shape)


def _filled_from(method: ast.FunctionDef, name: str) -> Iterator[str]:
    """``rows`` of a loop over ``enumerate(rows)`` that writes into ``name[...]``."""
    for loop in (node for node in ast.walk(method) if isinstance(node, ast.For)):
        over = loop.iter
        if isinstance(over, ast.Call) and dotted_name(over.func) == "enumerate" and over.args:
            written = [
                node
                for node in ast.walk(loop)
                if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
            ]
            if any(root(node) == name for node in written):
                yield ast.unparse(over.args[0])


def _is_cut(method: ast.FunctionDef, name: str) -> bool:
    """Whether a part of the array is taken, or it is made anew, behind the loop."""
    for node in ast.walk(method):
        taken = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        if taken and isinstance(node, ast.Subscript) and root(node) == name:
            return True
    again = [
        node
        for node in ast.walk(method)
        if isinstance(node, ast.Assign) and name in names_in(*node.targets) - _written_into(node)
    ]
    return len(again) > 1


def _written_into(statement: ast.Assign) -> set[str]:
    """Names of arrays of which the statement writes a part."""
    return {root(target) for target in statement.targets if isinstance(target, ast.Subscript)}
