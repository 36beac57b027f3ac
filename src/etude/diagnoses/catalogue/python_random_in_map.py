"""
A function that TensorFlow traces draws from Python's or NumPy's random numbers, which happens once and not per example.

## Why it hurts
`map` runs the function a single time, to make a graph of it, and so does `fit` with a loss. What `random` or `np.random`
gave in that moment is written into the graph as a constant: every example is turned, cropped or dropped in the very same
way, in every epoch. Nothing fails; the augmentation simply is none.

## Example
    import random

    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).uniform(0, 1, (16, 8, 8, 3)).astype("float32")


    def augment(image):
        brightness = random.uniform(-0.2, 0.2)
        return tf.image.adjust_brightness(image, brightness)


    training_data = tf.data.Dataset.from_tensor_slices(images).map(augment).shuffle(16).batch(4)

## Instead
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).uniform(0, 1, (16, 8, 8, 3)).astype("float32")


    def augment(image):
        brightness = tf.random.uniform((), -0.2, 0.2)
        return tf.image.adjust_brightness(image, brightness)


    training_data = tf.data.Dataset.from_tensor_slices(images).map(augment).shuffle(16).batch(4)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, full_name
from etude.diagnoses.own_measures import own_loss
from etude.diagnoses.pipelines import step
from etude.diagnoses.source import Source, argument, call_line, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Stage

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "train-4", "data-7")
GUIDE = "TensorFlow guide: Better performance with tf.function"
EXPLAINS = ("overfits",)

# They set or read the generator rather than draw for an example.
_NOT_DRAWING = {"seed", "getstate", "setstate", "get_state", "set_state", "default_rng", "Random"}

_PYTHON = ("random", "numpy.random")


def match(evidence: Evidence) -> Finding | None:
    for data in evidence.datasets():
        for stage in data.stages:
            drawn = stage.parameters.get("python_random", ())
            call = next(_draws(evidence.source, stage, drawn), None)
            if call is not None:
                return Finding(
                    line=call_line(call),
                    about=data.role,
                    evidence=f"{step(stage)} ran its function once, to trace it: what "
                    f"{dotted_name(call.func)} gave then is the same for every example",
                    change="draw with tf.random, or use keras.layers.Random...",
                )
    return _in_a_loss(evidence)


def _in_a_loss(evidence: Evidence) -> Finding | None:
    """A loss that ``fit`` traces, which is run in Python once or twice and never again."""
    source = evidence.source
    if any(argument(call, "run_eagerly") is True for call in source.calls("compile")):
        return None
    for fit in evidence.fits:
        for loss in fit.model.compiled.losses if fit.model.compiled else ():
            function = own_loss(source, loss.name)
            inside = calls_in(function) if function is not None else ()
            call = next((one for one in inside if _draws_in_python(source, one)), None)
            if call is not None:
                return Finding(
                    line=call_line(call),
                    about=loss.name,
                    evidence=f"fit traced {loss.name} once: what {dotted_name(call.func)} gave then is the same in every batch",
                    change="draw with tf.random or keras.random, and choose with tf.where or tf.cond in place of if",
                )
    return None


def _draws_in_python(source: Source, call: ast.Call) -> bool:
    owner, _, drawing = full_name(source, call.func).rpartition(".")
    return owner in _PYTHON and drawing not in _NOT_DRAWING


def _draws(source: Source, stage: Stage, drawn: Sequence[str]) -> Iterator[ast.Call]:
    """Calls of these generators inside functions.

    That a generator has moved on is not enough: a Keras layer made there draws its seed from Python.
    """
    for function in _functions(source, str(stage.parameters.get("function", ""))):
        for call in calls_in(function):
            owner, _, drawing = full_name(source, call.func).rpartition(".")
            if owner in drawn and drawing not in _NOT_DRAWING:
                yield call


def _functions(source: Source, name: str) -> Iterator[ast.AST]:
    """The mapped function and those that it calls; of a lambda only that it is one is known."""
    every = [n for n in source.nodes if isinstance(n, ast.FunctionDef | ast.Lambda)]
    waiting = [node for node in every if getattr(node, "name", "<lambda>") == name]
    waiting += _call_methods(source, name)
    reached: list[ast.AST] = []
    while waiting:
        function = waiting.pop(0)
        if function not in reached:
            reached.append(function)
            yield function
            called = {dotted_name(call.func).removeprefix("self.") for call in calls_in(function)}
            waiting += [node for node in every if getattr(node, "name", "") in called]


def _call_methods(source: Source, name: str) -> list[ast.FunctionDef]:
    """``__call__`` of the class of this name, of which an instance was mapped."""
    return [
        method
        for node in source.nodes
        if isinstance(node, ast.ClassDef) and node.name == name
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name == "__call__"
    ]
