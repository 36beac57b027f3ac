"""
A `tf.Variable` is kept in a Keras layer or model, and Keras does not know it.

## Why it hurts
Keras 2 found every `tf.Variable` among the attributes of a layer. Keras 3 finds its own variables only, those of
`self.add_weight` and `keras.Variable`. One of TensorFlow's is left out of `trainable_variables`: `fit` never changes
it, `summary` does not count it, and a saved model comes back without it. Nothing is reported.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    class Slope(keras.layers.Layer):
        def __init__(self):
            super().__init__()
            self.slope = tf.Variable(1.0)

        def call(self, inputs):
            return self.slope * inputs


    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), Slope(), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)

## Instead
    import keras
    import numpy as np


    class Slope(keras.layers.Layer):
        def __init__(self):
            super().__init__()
            self.slope = self.add_weight(shape=(), initializer="ones")

        def call(self, inputs):
            return self.slope * inputs


    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), Slope(), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)
"""

import ast
from collections.abc import Iterator
from typing import TypeGuard

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, root
from etude.diagnoses.source import Source, constant, dotted_name
from etude.diagnoses.subclasses import keras_classes
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "dev-6", "train-2")
GUIDE = "Keras: Keras 2 to Keras 3 migration"
EXPLAINS = ("trained_too_short",)

# Who handles a variable like this does not leave it to Keras.
_LOOKS = ("numpy", "shape", "dtype", "name", "value")
_OWN_HANDLING = {"assign", "assign_add", "assign_sub"}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for definition in keras_classes(source):
        for attribute, call, write in _variables(source, definition):
            if not _handled(source, attribute):
                return Finding(
                    line=call.lineno,
                    evidence=f"self.{attribute} of {definition.name} is a tf.Variable, which is not among the "
                    "weights that Keras trains, counts and saves",
                    change=write.format(
                        f"self.{attribute}", "self.add_weight(shape=..., initializer=...)"
                    ),
                    about=f"{definition.name}.{attribute}",
                )
    return None


def _variables(source: Source, definition: ast.ClassDef) -> Iterator[tuple[str, ast.Call, str]]:
    """Attributes that are given a trainable variable of TensorFlow, or a list of them, and how."""
    for node in ast.walk(definition):
        for target, value, write in _kept(node):
            attribute = dotted_name(target)
            if attribute.startswith("self.") and _is_variable(value, source):
                yield attribute.removeprefix("self."), value, write


def _kept(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr, str]]:
    """``self.a = value``, ``self.a = [value for ...]`` and ``self.a.append(value)``."""
    if isinstance(node, ast.Assign):
        value = node.value.elt if isinstance(node.value, ast.ListComp) else node.value
        values = value.elts if isinstance(value, ast.List) else [value]
        write = "{} = {}" if values == [node.value] else "{} = [{}, ...]"
        yield from ((target, one, write) for target in node.targets for one in values)
    elif isinstance(node, ast.Call) and dotted_name(node.func).endswith(".append") and node.args:
        yield _owner(node.func), node.args[0], "{}.append({})"


def _owner(method: ast.expr) -> ast.expr:
    return method.value if isinstance(method, ast.Attribute) else method


def _is_variable(node: ast.expr, source: Source) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or full_name(source, node.func) != "tensorflow.Variable":
        return False
    trainable = [k.value for k in node.keywords if k.arg == "trainable"]
    return not any(constant(one) is False for one in trainable)


def _handled(source: Source, attribute: str) -> bool:
    """Whether the program changes it itself, or hands it on outside of its class."""
    changed = {f"self.{attribute}.{method}" for method in _OWN_HANDLING}
    looked_at = {id(node.value) for node in source.nodes if _is_look(node)}
    return any(
        dotted_name(node) in changed
        or (node.attr == attribute and root(node) != "self" and id(node) not in looked_at)
        for node in source.nodes
        if isinstance(node, ast.Attribute)
    )


def _is_look(node: ast.AST) -> TypeGuard[ast.Attribute]:
    """``layer.slope.numpy``, which is there to be printed."""
    return isinstance(node, ast.Attribute) and node.attr in _LOOKS
