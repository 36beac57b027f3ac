"""
The loss goes through something that has no gradient: NumPy, argmax, round or a comparison.

## Why it hurts
Training follows the slope of the loss. `.numpy()` and NumPy functions leave TensorFlow altogether;
`argmax`, `round`, `sign`, casts to integers and comparisons jump from one value to the next and have no slope
between. Behind any of them every gradient is None, and the optimizer has nothing to apply.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    targets = 2 * inputs


    def measure(targets, outputs):
        return tf.reduce_mean(tf.square(targets - tf.round(outputs)))


    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss=measure)
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    targets = 2 * inputs


    def measure(targets, outputs):
        return tf.reduce_mean(tf.square(targets - outputs))


    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss=measure)
    model.fit(inputs, targets, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import lost_gradients, refused_without_gradient, tape_bodies
from etude.diagnoses.names import calls_in
from etude.diagnoses.own_measures import with_what_they_call
from etude.diagnoses.places import class_around
from etude.diagnoses.slopes import Cut, cuts_in, line_of, written
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "train-1", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ()

_CALL = "call"
_MADE_AND_FILLED = 2


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _no_gradient(error, evidence):
        return None
    cut = next(_cuts(evidence.source), None)
    if cut is None:
        return None
    return Finding(
        line=line_of(cut),
        evidence=f"the loss goes through `{written(cut)}` in line {line_of(cut)}, which has "
        f"no gradient; so {_seen(error)}",
        change="compute the loss from the model's outputs with TensorFlow operations that have a slope; "
        "keep rounding, argmax and NumPy for what is only printed",
    )


def _no_gradient(error: Error, evidence: Evidence) -> bool:
    if refused_without_gradient(error):
        return True
    number = error.type == "AttributeError" and "imperative_grad" in error.raised_by
    return number or lost_gradients(evidence.calls) is not None


def _seen(error: Error) -> str:
    if refused_without_gradient(error):
        return "no weight gets a gradient"
    return "the tape is asked for the gradient of a plain number"


def _cuts(source: Source) -> Iterator[Cut]:
    """What has no gradient in the bodies of tapes, in the functions of the loss and in what they call."""
    for body in [*tape_bodies(source), *with_what_they_call(source, _losses(source))]:
        yield from cuts_in(body)
        yield from _plain_numbers(body)


def _losses(source: Source) -> Iterator[ast.FunctionDef]:
    """Functions that a tape's body calls, that ``compile`` is given, or that a ``Loss`` consists of."""
    called = (call.func for body in tape_bodies(source) for call in calls_in(body))
    named = {_last(func) for func in called}
    for call in source.calls("compile"):
        named |= {_last(value) for keyword in call.keywords for value in ast.walk(keyword.value)}
        named |= {_last(value) for value in call.args}
    for function in source.functions():
        definition = class_around(source, function.lineno)
        is_loss = definition is not None and any(
            dotted_name(b).endswith("Loss") for b in definition.bases
        )
        if (function.name in named and function.name != _CALL) or (
            is_loss and function.name == _CALL
        ):
            yield function


def _last(node: ast.AST) -> str:
    """The name of a function, or of a method: ``self.measure`` is a loss like ``measure``."""
    return last_name(node)


def _plain_numbers(body: ast.AST) -> Iterator[ast.Call]:
    """Losses that are collected as plain numbers and computed with: ``losses.append(float(loss))``."""
    read = [node.id for node in ast.walk(body) if isinstance(node, ast.Name)]
    for call in calls_in(body):
        kept, _, method = dotted_name(call.func).rpartition(".")
        inner = call.args[0] if method == "append" and call.args else None
        # A list that is made, filled and no more is for printing.
        is_number = isinstance(inner, ast.Call) and dotted_name(inner.func) == "float"
        if is_number and isinstance(inner, ast.Call) and read.count(kept) > _MADE_AND_FILLED:
            yield inner
