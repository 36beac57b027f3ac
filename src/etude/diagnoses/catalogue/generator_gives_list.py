"""
A generator gives the inputs of a model as a list, where Keras 3 wants a tuple.

## Why it hurts
`fit` makes a `tf.data` pipeline of a generator, and there a list is one tensor while a tuple is several. `yield [a, b], y`
was common with Keras 2; now it stops before the first batch, with a message about `output_signature` that names no line.
The same holds for `yield [x, y]`, and for what `__getitem__` of a PyDataset returns: `return [a, b], y`.

## Example
    import keras
    import numpy as np

    def batches():
        while True:
            yield [np.zeros((4, 3)), np.zeros((4, 2))], np.zeros((4, 1))

    left, right = keras.Input((3,)), keras.Input((2,))
    both = keras.layers.Concatenate()([left, right])
    model = keras.Model([left, right], keras.layers.Dense(1)(both))
    model.compile(optimizer="adam", loss="mse")
    model.fit(batches(), steps_per_epoch=2, verbose=0)

## Instead
    import keras
    import numpy as np

    def batches():
        while True:
            yield (np.zeros((4, 3)), np.zeros((4, 2))), np.zeros((4, 1))

    left, right = keras.Input((3,)), keras.Input((2,))
    both = keras.layers.Concatenate()([left, right])
    model = keras.Model([left, right], keras.layers.Dense(1)(both))
    model.compile(optimizer="adam", loss="mse")
    model.fit(batches(), steps_per_epoch=2, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "dev-6", "model-3")
GUIDE = "Keras: Keras 2 to Keras 3 migration"
EXPLAINS = ()

_SAID = ("subclass of `tf.TypeSpec`", "<class 'list'>")
_BATCH = "__getitem__"
_WHOLE = re.compile(r"the generator must return a tuple.*Received: \[", re.DOTALL)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    whole = _WHOLE.search(error.message) is not None
    if not whole and not all(words in error.message for words in _SAID):
        return None
    line = next(_lists_yielded(evidence.source), 0)
    where = f"line {line} yields a list" if line else "the generator yields a list"
    returned = 0 if line else next(_lists_returned(evidence.source), 0)
    if returned:
        return Finding(
            line=returned,
            evidence=f"line {returned} returns a list in the batch that {_BATCH} gives; fit in line {error.line} wants "
            "tuples of arrays",
            change="return a tuple in the place of each list: return (a, b), y, and an only array or labels without "
            "brackets",
        )
    return Finding(
        line=line or error.line,
        evidence=f"{where}; fit in line {error.line} wants tuples of arrays",
        change="write a tuple: yield x, y, or of a list yield tuple(batch)"
        if whole
        else "write a tuple in its place: yield (a, b), y",
    )


def _lists_yielded(source: Source) -> Iterator[int]:
    """Lines with a list in what is yielded; of a name that was given a list, its yield."""
    for node in source.nodes:
        if isinstance(node, ast.Yield) and node.value is not None:
            parts = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            if any(_is_list(source, part) for part in parts):
                yield node.lineno


def _lists_returned(source: Source) -> Iterator[int]:
    """Lines of classes with ``__getitem__`` that return a pair with a list in it: batches of a PyDataset."""
    for kind in source.all(ast.ClassDef):
        methods = [node for node in kind.body if isinstance(node, ast.FunctionDef)]
        if any(method.name == _BATCH for method in methods):
            for node in (inner for method in methods for inner in ast.walk(method)):
                pair = node.value if isinstance(node, ast.Return) else None
                if isinstance(pair, ast.Tuple) and any(_is_list(source, one) for one in pair.elts):
                    yield pair.lineno


def _is_list(source: Source, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return isinstance(value_of(source, node.id, before=node.lineno), ast.List)
    return isinstance(node, ast.List)
