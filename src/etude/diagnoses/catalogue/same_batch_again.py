"""
Every step of a training is taken on the same batch.

## Why it hurts
`next(iter(dataset))` makes a new iterator each time, and a new iterator begins at the beginning: written inside the
loop it gives the first batch again and again. The network learns these few examples by heart, the loss goes to
zero, and on all other examples it is no better than guessing. The same happens when the place from which a batch is
cut is never moved on, or when a generator sets it back to 0 before each `yield`.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    x = np.random.normal(size=(128, 4)).astype("float32")
    y = x[:, :1] - x[:, 1:2]
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(16)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")

    for step in range(20):
        inputs, targets = next(iter(data))
        model.train_on_batch(inputs, targets)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    x = np.random.normal(size=(128, 4)).astype("float32")
    y = x[:, :1] - x[:, 1:2]
    data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(128).repeat().batch(16)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")

    batches = iter(data)
    for step in range(20):
        inputs, targets = next(batches)
        model.train_on_batch(inputs, targets)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, function_of, names_in
from etude.diagnoses.places import function_around, maker_of_data
from etude.diagnoses.rounds import holds, rounds_of
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit
from etude.domain.own_loop import Loop

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "data-1", "dev-3")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = (*NOTHING_LEARNED, "overfits")

_FEWEST_STEPS = 8


def match(evidence: Evidence) -> Finding | None:
    for loop in evidence.loops:
        line = _made_in_each_round(evidence.source, loop) if _is_one_batch(loop) else 0
        if line:
            return Finding(
                line=line,
                evidence=f"line {line} gave the same batch each time, in all of the {len(loop.batches)} steps "
                "that were compared",
                change="make one iterator before the loop, batches = iter(dataset.repeat()), and take "
                "next(batches) inside it; or go through the dataset itself: for inputs, labels in dataset",
                about=loop.model.name,
            )
    return _of_a_generator(evidence)


def _is_one_batch(loop: Loop) -> bool:
    return _are_one([batch.key for batch in loop.batches])


def _are_one(keys: Sequence[int]) -> bool:
    return len(keys) >= _FEWEST_STEPS and len(set(keys)) == 1


def _of_a_generator(evidence: Evidence) -> Finding | None:
    """A generator given to ``fit`` that cuts its batch at the same place each time."""
    for fit in evidence.fits:
        # All of the data in one batch is no mistake; then a pass takes one step.
        if _are_one(fit.batch_keys) and fit.arguments.get("steps_per_epoch") != 1:
            line, name = _set_back(evidence.source, fit)
            if line:
                return Finding(
                    line=line,
                    evidence=f"line {line} sets {name} back before each batch: the generator gave the same one "
                    f"each time, in all of the {len(fit.batch_keys)} that were compared",
                    change=f"set {name} before the while that makes the batches, and inside it only when "
                    "the data have come to their end",
                    about=name,
                )
    return None


def _set_back(source: Source, fit: Fit) -> tuple[int, str]:
    """Where a name is set to a constant in the very loop that cuts batches from it and yields."""
    made = maker_of_data(source, fit.line, "fit")
    function = function_of(source, made.func) if made is not None else None
    for loop in ast.walk(function) if function is not None else ():
        begins = _places_cut(loop) if isinstance(loop, ast.While) else set()
        for node in loop.body if isinstance(loop, ast.While) else ():
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
                names = names_in(*node.targets) & begins
                if names:
                    return node.lineno, min(names)
    return 0, ""


def _places_cut(loop: ast.While) -> set[str]:
    """Names at which slices begin, in a loop that yields and has no loop inside that does."""
    nodes = list(ast.walk(loop))
    inner = [n for n in nodes if isinstance(n, ast.For | ast.While) and n is not loop]
    if not _yields(loop) or any(map(_yields, inner)):
        return set()
    begins = [n.lower for n in nodes if isinstance(n, ast.Slice) and n.lower is not None]
    return names_in(*begins)


def _yields(loop: ast.AST) -> bool:
    return any(isinstance(node, ast.Yield) for node in ast.walk(loop))


def _made_in_each_round(source: Source, loop: Loop) -> int:
    """Where the batch is made inside the loop: a batch made before it is repeated on purpose."""
    function = function_around(source, loop.line)
    for rounds in rounds_of(source, loop.line):
        inside = [function] if function is not None and rounds else []
        for around in (*inside, *reversed(rounds)):
            line = next(_makes_batch(around), 0)
            if line and holds(around, line):
                return line
    return 0


def _makes_batch(loop: ast.AST) -> Iterator[int]:
    for call in calls_in(loop):
        inner = call.args[0] if call.args else None
        new = isinstance(inner, ast.Call) and dotted_name(inner.func) == "iter"
        if dotted_name(call.func) == "next" and new:
            yield call.lineno
    moved = {name for node in ast.walk(loop) for name in _given_in(node)}
    for node in ast.walk(loop):
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
            begin = node.slice.lower
            names = names_in(begin) if begin is not None else set()
            if names and not names & moved:
                yield node.lineno


def _given_in(node: ast.AST) -> set[str]:
    """Names that change in the loop."""
    if isinstance(node, ast.Assign):
        return names_in(*node.targets)
    return names_in(node.target) if isinstance(node, ast.AugAssign | ast.For) else set()
