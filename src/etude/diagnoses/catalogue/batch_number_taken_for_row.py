"""
The number of a batch is taken for the row that it begins at.

## Why it hurts
Batch 3 of 32 rows begins at row 96. Cut from row 3 it holds nearly the rows of batch 2: a pass over the data sees
little more than its first rows, again and again, and most examples never. Training looks fine, on few examples; so
does the validation that is cut in the same way, and all the rest of the data is new to the network.

## Example
    import keras
    import numpy as np


    class Batches(keras.utils.PyDataset):
        def __init__(self, features, labels):
            super().__init__()
            self.features, self.labels = features, labels

        def __len__(self):
            return len(self.features) // 8

        def __getitem__(self, number):
            return self.features[number : number + 8], self.labels[number : number + 8]


    rng = np.random.default_rng(0)
    data = Batches(rng.random((64, 4)), rng.random(64))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)

## Instead
    import keras
    import numpy as np


    class Batches(keras.utils.PyDataset):
        def __init__(self, features, labels):
            super().__init__()
            self.features, self.labels = features, labels

        def __len__(self):
            return len(self.features) // 8

        def __getitem__(self, number):
            rows = slice(number * 8, (number + 1) * 8)
            return self.features[rows], self.labels[rows]


    rng = np.random.default_rng(0)
    data = Batches(rng.random((64, 4)), rng.random(64))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-1", "dev-3")
GUIDE = "Keras API: PyDataset"
EXPLAINS = (*NOTHING_LEARNED, "last_examples_not_judged")

_BASES = ("Sequence", "PyDataset")
_CUTS = ("slice", "range")
_WORD = "batch"
_STEPS = ("GradientTape", "train_on_batch", "apply_gradients")


@dataclass(frozen=True, slots=True)
class _Counted:
    """Where batches are numbered: by what name, as how many, and where they are cut."""

    number: str
    count: ast.expr | None
    body: Sequence[ast.stmt]
    where: str


def match(evidence: Evidence) -> Finding | None:
    if not evidence.fits and not evidence.calls_of(APPLY):
        return None
    for counted in (*_sequences(evidence.source), *_loops(evidence.source)):
        sizes = set(_divided_by(evidence.source, counted.count))
        for cut, size in _cut_at_number(counted):
            if size in sizes:
                return Finding(
                    line=cut.lineno,
                    about=counted.where,
                    evidence=f"{counted.number} counts batches of {size}, and `{ast.unparse(cut)}` begins at row "
                    f"{counted.number}: each batch repeats all but one of the rows of the batch before",
                    change=f"begin at row {counted.number} * {size}, and end at ({counted.number} + 1) * {size}",
                )
    return None


def _sequences(source: Source) -> Iterator[_Counted]:
    """What Keras asks for batch after batch."""
    for definition in keras_classes(source, _BASES):
        methods = methods_of(definition)
        length, get = methods.get("__len__"), methods.get("__getitem__")
        if length is not None and get is not None and len(get.args.args) == 2:
            returned = [n.value for n in ast.walk(length) if isinstance(n, ast.Return)]
            number = get.args.args[1].arg
            yield _Counted(number, next(iter(returned), None), get.body, definition.name)


def _loops(source: Source) -> Iterator[_Counted]:
    """``for number in range(rows // batch_size)``."""
    for loop in source.all(ast.For):
        over, number = loop.iter, loop.target
        if not isinstance(over, ast.Call) or not isinstance(number, ast.Name):
            continue
        if dotted_name(over.func) == "range" and len(over.args) == 1:
            yield _Counted(number.id, over.args[0], loop.body, "")


def _divided_by(source: Source, count: ast.expr | None) -> Iterator[str]:
    """What the number of batches was divided by; of a loop only what is called a batch."""
    for node in origins(source, count, before=count.lineno) if count is not None else ():
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv):
            yield ast.unparse(node.right)


def _cut_at_number(counted: _Counted) -> Iterator[tuple[ast.expr, str]]:
    """``[number : number + size]``, and the same with ``slice`` or ``range``."""
    nodes = [node for statement in counted.body for node in ast.walk(statement)]
    given = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    for node in nodes if counted.number not in given else ():  # else it is another number there
        first, last = _ends(node)
        size = _added(last, counted.number) if _is(first, counted.number) else ""
        of_batches = bool(counted.where) or _WORD in size.lower() or _takes_steps(nodes)
        if isinstance(node, ast.expr) and size and of_batches:
            yield node, size


def _takes_steps(nodes: Sequence[ast.AST]) -> bool:
    """Whether a loop trains: what it cuts are batches then, whatever their size is called."""
    return any(isinstance(node, ast.Call) and last_name(node.func) in _STEPS for node in nodes)


def _ends(node: ast.AST) -> Sequence[ast.expr | None]:
    """Where a cut begins and ends."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        return node.slice.lower, node.slice.upper
    if isinstance(node, ast.Call) and dotted_name(node.func) in _CUTS and len(node.args) == 2:
        return node.args
    return None, None


def _is(node: ast.expr | None, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _added(node: ast.expr | None, number: str) -> str:
    """The size of ``number + size``, as it is written."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
        return ""
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if _is(one, number):
            return ast.unparse(other)
    return ""
