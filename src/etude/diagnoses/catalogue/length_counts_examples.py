"""
The length of a sequence of batches is the number of its examples.

## Why it hurts
`__len__` says how many batches there are, and Keras asks `__getitem__` for each of them. When it gives the number of examples, the
batches behind the last example are empty: the program stops while it stacks nothing, or it trains on empty batches, whose loss is
NaN or 0.

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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import constant, dotted_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity

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
        if counted is not None and size:
            return Finding(
                line=counted.lineno,
                about=f"{definition.name}.__len__",
                evidence=f"__len__ gives {ast.unparse(counted)}, all examples, and __getitem__ takes {size} of them "
                "for each batch: the batches behind the last example are empty",
                change=f"return math.ceil({ast.unparse(counted)} / {size})",
            )
    return None


def _counted(length: ast.FunctionDef) -> ast.expr | None:
    """``len(self.x)`` or ``self.x.shape[0]`` where the method gives just that."""
    returned = [node.value for node in ast.walk(length) if isinstance(node, ast.Return)]
    value = returned[0] if len(returned) == 1 else None
    if isinstance(value, ast.Call) and dotted_name(value.func) == "len":
        return value
    is_size = (
        isinstance(value, ast.Subscript)
        and constant(value.slice) == 0
        and dotted_name(value.value).endswith(".shape")
    )
    return value if is_size else None


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
