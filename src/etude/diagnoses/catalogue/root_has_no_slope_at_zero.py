"""
The root of a sum of squares is taken, and where that sum is zero the root has no slope.

## Why it hurts
The slope of the square root at 0 is infinite. Where an error or a distance is exactly zero, the chain rule makes infinity
times zero of it, which is NaN: the loss may be right, and the gradient, and then every weight, is none. It takes a single
example that is predicted exactly, or a pair of equal inputs. `tf.norm` is such a root too.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.maximum(inputs[:, :1], 0)


    def measure(targets, outputs):
        return tf.sqrt(tf.reduce_sum(tf.square(targets - outputs), axis=-1))


    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="relu")])
    model.compile(optimizer="adam", loss=measure)
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.maximum(inputs[:, :1], 0)


    def measure(targets, outputs):
        return tf.sqrt(tf.reduce_sum(tf.square(targets - outputs), axis=-1) + 1e-12)


    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="relu")])
    model.compile(optimizer="adam", loss=measure)
    model.fit(inputs, targets, verbose=0)
"""

import ast
import re
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of
from etude.diagnoses.own_measures import is_spoilt, loss_functions, made_of
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "train-5", "dev-3")
GUIDE = "TensorFlow guide: Advanced automatic differentiation"
EXPLAINS = ("nan_loss",)

_ROOTS = ("sqrt", "norm")
_SQUARES = re.compile(r"square\(|squared_difference\(|\*\* ?2|pow\(|norm\(")
# Whoever writes one of these has thought of it.
_KEPT = re.compile(r"clip|maximum|epsilon|eps|\de-\d|\+ \d|\d \+|where\(|no_nan", re.IGNORECASE)
# Over the whole batch the sum is zero only when everything is.
_REDUCTIONS = ("reduce_mean", "reduce_sum", "mean", "sum", "norm")


def match(evidence: Evidence) -> Finding | None:
    if not any(is_spoilt(fit) for fit in evidence.trainings):
        return None
    for function in _differentiated(evidence.source):
        for root in _of_squares(function):
            return Finding(
                line=call_line(root),
                evidence=f"`{ast.unparse(root)}` may be the root of zero, nothing keeps it above, and training "
                "came to NaN",
                change=f"add a small number inside: {_kept(root)}; or train on the square itself",
                about=getattr(function, "name", ""),
            )
    return None


def _differentiated(source: Source) -> Iterator[Function]:
    """Functions that gradients go through: losses, those of Lambda layers, and the ``call`` of one's own."""
    yield from loss_functions(source)
    for call in source.calls("Lambda"):
        function = function_of(source, call.args[0]) if call.args else None
        yield from [function] if function is not None else []
    for definition in keras_classes(source):
        yield from (body for name, body in methods_of(definition).items() if name == "call")


def _of_squares(function: Function) -> Iterator[ast.Call]:
    """Roots of squares that nothing keeps above zero, one for each example or value."""
    for root in calls_in(function):
        if last_name(root.func) in _ROOTS and root.args:
            parts = made_of([root], function)
            text = " ".join(ast.unparse(part) for part in parts)
            if _SQUARES.search(text) and not _KEPT.search(text) and not _is_of_a_batch(parts):
                yield root


def _is_of_a_batch(parts: Sequence[ast.AST]) -> bool:
    """Whether a reduction among them leaves one number of everything."""
    for part in parts:
        for call in calls_in(part):
            name = last_name(call.func)
            along = len(call.args) > 1 or any(k.arg == "axis" for k in call.keywords)
            if name in _REDUCTIONS and not along:
                return True
    return False


def _kept(root: ast.Call) -> str:
    name = dotted_name(root.func)
    if name.endswith("norm"):
        return "tf.sqrt(tf.reduce_sum(tf.square(...), axis=-1) + 1e-12)"
    return f"{name}({ast.unparse(root.args[0])} + 1e-12)"
