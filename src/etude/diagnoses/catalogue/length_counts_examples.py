"""
A sequence of batches says that it has more of them than its examples fill.

## Why it hurts
`__len__` says how many batches there are, and Keras asks `__getitem__` for each of them. When it gives the number of examples, the
batches behind the last example are empty: the program stops while it stacks nothing, or it trains on empty batches, whose loss is
NaN or 0. `n // size + 1` is one too many wherever `n` can be divided by `size`.

## Example
    import keras
    import numpy as np


    class Batches(keras.utils.PyDataset):
        def __init__(self, features, labels):
            super().__init__()
            self.features, self.labels = features, labels

        def __len__(self):
            return len(self.features)

        def __getitem__(self, number):
            rows = slice(number * 8, (number + 1) * 8)
            return np.stack(list(self.features[rows])), self.labels[rows]


    data = Batches(np.zeros((32, 4), "float32"), np.zeros(32))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)

## Instead
    import math

    import keras
    import numpy as np


    class Batches(keras.utils.PyDataset):
        def __init__(self, features, labels):
            super().__init__()
            self.features, self.labels = features, labels

        def __len__(self):
            return math.ceil(len(self.features) / 8)

        def __getitem__(self, number):
            rows = slice(number * 8, (number + 1) * 8)
            return np.stack(list(self.features[rows])), self.labels[rows]


    data = Batches(np.zeros((32, 4), "float32"), np.zeros(32))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)
"""

import ast
import math

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import counted_by
from etude.diagnoses.source import constant, dotted_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-1", "dev-3")
GUIDE = "Keras API: PyDataset"
EXPLAINS = NUMBERS_GONE_WRONG

_BASES = ("Sequence", "PyDataset")
_INDEX_POSITION = 1  # __getitem__(self, index)


def match(evidence: Evidence) -> Finding | None:
    for definition in keras_classes(evidence.source, _BASES):
        methods = methods_of(definition)
        length, get = methods.get("__len__"), methods.get("__getitem__")
        if length is None or get is None:
            continue
        counted, size = _counted(length), _batch_size(get)
        more = _one_more(length) if any(_lost(fit) for fit in evidence.fits) else None
        if more is not None and size:
            return Finding(
                line=more.lineno,
                about=f"{definition.name}.__len__",
                evidence=f"__len__ gives {ast.unparse(more)}: where {size} divides the examples evenly, the last batch has "
                "none, and the loss came to NaN",
                change=f"return math.ceil(number of examples / {size}), without the 1",
            )
        if counted is not None and size:
            return Finding(
                line=counted.lineno,
                about=f"{definition.name}.__len__",
                evidence=f"__len__ gives {ast.unparse(counted)}, all examples, and __getitem__ takes {size} of them "
                "for each batch: the batches behind the last example are empty",
                change=f"return math.ceil({ast.unparse(counted)} / {size})",
            )
    return None


def _lost(fit: Fit) -> bool:
    """Whether a loss came to NaN, in training or validation."""
    return any(math.isnan(loss) for key in ("loss", "val_loss") for loss in fit.series(key))


def _one_more(length: ast.FunctionDef) -> ast.expr | None:
    """``len(self.x) // 8 + 1``, and the same with ``int`` or ``floor``."""
    for node in ast.walk(length):
        value = node.value if isinstance(node, ast.Return) else None
        if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add):
            whole = any(_cuts_off(part) for part in ast.walk(value.left))
            if whole and constant(value.right) == 1:
                return value
    return None


def _cuts_off(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.FloorDiv)
    return isinstance(node, ast.Call) and dotted_name(node.func).endswith(("int", "floor"))


def _counted(length: ast.FunctionDef) -> ast.expr | None:
    """``len(self.x)`` or ``self.x.shape[0]`` where the method gives just that."""
    returned = [node.value for node in ast.walk(length) if isinstance(node, ast.Return)]
    value = returned[0] if len(returned) == 1 else None
    return value if counted_by(value) is not None else None


def _batch_size(get: ast.FunctionDef) -> str:
    """What the number of the batch is multiplied by to find its first example; "" when it wraps around."""
    if len(get.args.args) <= _INDEX_POSITION:
        return ""
    number = get.args.args[_INDEX_POSITION].arg
    found = ""
    for node in ast.walk(get):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
            return ""
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            left, right = node.left, node.right
            if dotted_name(left) == number:
                found = found or ast.unparse(right)
            elif dotted_name(right) == number:
                found = found or ast.unparse(left)
    return found
