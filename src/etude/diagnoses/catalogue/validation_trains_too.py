"""
The loop over the validation data takes training steps, so the model learns from what should judge it.

## Why it hurts
A loop over the validation data looks nearly like the one over the training data, and is often a copy of it. When the
copy still calls `train_on_batch` or the training step, the weights move towards the very examples that are to tell
how good they are: validation loss falls along with training loss, whatever the model is worth on new data.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(96, 4)).astype("float32")
    y = x[:, :1] * x[:, 1:2]
    x_train, y_train, x_val, y_val = x[:64], y[:64], x[64:], y[64:]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
    model.compile("adam", "mse")

    for epoch in range(2):
        order = rng.permutation(64)
        for i in range(0, 64, 16):
            loss = model.train_on_batch(x_train[order[i : i + 16]], y_train[order[i : i + 16]])
        for i in range(0, 32, 16):
            val_loss = model.train_on_batch(x_val[i : i + 16], y_val[i : i + 16])
        print(epoch, loss, val_loss)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(96, 4)).astype("float32")
    y = x[:, :1] * x[:, 1:2]
    x_train, y_train, x_val, y_val = x[:64], y[:64], x[64:], y[64:]
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
    model.compile("adam", "mse")

    for epoch in range(2):
        order = rng.permutation(64)
        for i in range(0, 64, 16):
            loss = model.train_on_batch(x_train[order[i : i + 16]], y_train[order[i : i + 16]])
        for i in range(0, 32, 16):
            val_loss = model.test_on_batch(x_val[i : i + 16], y_val[i : i + 16])
        print(epoch, loss, val_loss)
"""

import ast
from collections.abc import Iterator
from itertools import combinations

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, names_in, root
from etude.diagnoses.origins import origins
from etude.diagnoses.places import function_around
from etude.diagnoses.rounds import holds
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.own_loop import TRAIN_ON_BATCH, Loop

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "data-6", "dev-3")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ("overfits", "dropout_active_in_evaluation")

# As names are read everywhere: what a program calls its held-out part.
_HELD_OUT = ("val", "valid", "validation", "test", "dev", "holdout")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for loop in evidence.loops:
        for first, second in _side_by_side(source):
            learned, judged = _steps_in(source, loop, first), _steps_in(source, loop, second)
            if learned and judged and _is_held_out(second) and not _is_held_out(first):
                return Finding(
                    line=judged,
                    evidence=f"line {judged}, in the loop over the held-out data, trains {_name(loop)} just as "
                    f"line {learned} does",
                    change="measure there without a step: model.test_on_batch(inputs, labels), or "
                    "model(inputs, training=False) and the loss, without a tape",
                    about=loop.model.name,
                )
    return _counted_into_the_loss(source) if evidence.loops else None


def _counted_into_the_loss(source: Source) -> Finding | None:
    """A sum of two losses, one of them of held-out examples, whose gradient changes the weights."""
    for call in source.calls("gradient"):
        of, weights = given(call, "target", 0), given(call, "sources", 1)
        if weights is None or "trainable" not in ast.unparse(weights):
            continue
        for node in origins(source, of, before=call.lineno):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                asked = [_asked(source, side) for side in (node.left, node.right)]
                held_out = [found for found in asked if found and all(map(_says_held_out, found))]
                if all(asked) and len(held_out) == 1:
                    return Finding(
                        line=node.lineno,
                        evidence=f"`{ast.unparse(node)}` adds the loss of {held_out[0][0]} to that of the training "
                        f"examples, and line {call.lineno} takes the gradient of the sum",
                        change="compute it after the step and outside the tape, with model(inputs, training=False)",
                    )
    return None


def _asked(source: Source, side: ast.expr) -> list[str]:
    """Names of the examples that models are called on behind one side of a sum."""
    calls = [n for n in origins(source, side, before=side.lineno) if isinstance(n, ast.Call)]
    told = [call for call in calls if any(k.arg == "training" for k in call.keywords)]
    return [name for call in told if call.args and (name := root(call.args[0]))]


def _side_by_side(source: Source) -> Iterator[tuple[ast.stmt, ast.stmt]]:
    """Two loops one after the other in the body of a third, as statements or within them."""
    for node in source.nodes:
        if isinstance(node, ast.For | ast.While):
            inner = [one for one in node.body if any(_gone_through(one))]
            yield from combinations(inner, 2)


def _gone_through(statement: ast.stmt) -> Iterator[ast.expr]:
    """What a loop goes through, or the comprehension of a statement."""
    if isinstance(statement, ast.For):
        yield statement.iter
    elif isinstance(statement, ast.Assign | ast.Expr):
        for node in ast.walk(statement):
            if isinstance(node, ast.comprehension):
                yield node.iter


def _steps_in(source: Source, loop: Loop, around: ast.stmt) -> int:
    """The line in a loop that takes a step with the model; 0 when none does."""
    function = function_around(source, loop.line)
    for call in calls_in(around):
        name = last_name(call.func)
        itself = loop.how == TRAIN_ON_BATCH and name == TRAIN_ON_BATCH
        if itself or (function is not None and name == function.name):
            return call.lineno
    return loop.line if holds(around, loop.line) else 0


def _is_held_out(loop: ast.stmt) -> bool:
    """Whether what it goes through, or what its steps are given, is called so."""
    steps = [one for call in calls_in(loop) for one in call.args[:2]]
    return any(map(_says_held_out, names_in(*_gone_through(loop), *steps)))


def _says_held_out(name: str) -> bool:
    return any(part in _HELD_OUT for part in name.lower().split("_"))


def _name(loop: Loop) -> str:
    return f"the model {loop.model.name}" if loop.model.name else "the model"
