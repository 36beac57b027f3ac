"""
A layer of one's own multiplies by random numbers instead of weights that can learn.

## Why it hurts
Only what `add_weight` makes is a weight: Keras counts it, trains it and saves it. A tensor from `tf.random.normal` is
just numbers. Made in `call`, they are others at every step, and what the layer passes on is noise; made in `build` or
`__init__`, they stay as they are for ever. Nothing fails, since a matrix product takes either.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    class Linear(keras.layers.Layer):
        def __init__(self, units):
            super().__init__()
            self.units = units

        def call(self, inputs):
            kernel = tf.random.normal((inputs.shape[-1], self.units))
            return tf.matmul(inputs, kernel)


    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), Linear(8), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, x[:, :1], verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    class Linear(keras.layers.Layer):
        def __init__(self, units):
            super().__init__()
            self.units = units

        def build(self, input_shape):
            self.kernel = self.add_weight(shape=(input_shape[-1], self.units), name="kernel")

        def call(self, inputs):
            return tf.matmul(inputs, self.kernel)


    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), Linear(8), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, x[:, :1], verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, value_of
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.subclasses import keras_classes, made_as, methods_of
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "dev-6")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = NOTHING_LEARNED

_PRODUCTS = ("matmul", "tensordot", "einsum", "dot", "linalg.matvec")
_RANDOM = re.compile(
    r"\brandom(\.\w+)*\.(normal|uniform|truncated_normal|randn|rand)$|\binitializers\.\w+$"
)
_WEIGHT = re.compile(r"_?(w\d*|weights?\d*|kernel|w_\w+|weight_\w+)", re.IGNORECASE)
# What is random on purpose, and stays so.
_ON_PURPOSE = re.compile(r"random|fourier|project|noise|hash|fixed|frozen", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for definition in keras_classes(source):
        called = methods_of(definition).get("call")
        if called is None or _ON_PURPOSE.search(definition.name):
            continue
        for factor in _factors(called):
            made = _made(source, definition, factor)
            if made is not None:
                return Finding(
                    line=made.lineno,
                    evidence=f"{definition.name} multiplies its inputs by {ast.unparse(factor)}, which is "
                    f"{ast.unparse(made.func)}(...): numbers that no training changes",
                    change="make it a weight in build: self.kernel = self.add_weight(shape=..., "
                    'initializer="glorot_uniform")',
                    about=definition.name,
                )
    return None


def _factors(called: ast.FunctionDef) -> Iterator[ast.expr]:
    """What is multiplied as a matrix in a method."""
    for node in ast.walk(called):
        if isinstance(node, ast.Call) and dotted_name(node.func).endswith(_PRODUCTS):
            yield from node.args
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            yield from (node.left, node.right)


def _made(source: Source, definition: ast.ClassDef, factor: ast.expr) -> ast.Call | None:
    """The random numbers that a factor is."""
    value: ast.expr | None = factor
    if isinstance(factor, ast.Name):
        value = value_of(source, factor.id, before=factor.lineno)
        if value is not None and value.lineno < definition.lineno:
            return None
    elif isinstance(factor, ast.Attribute) and dotted_name(factor) == f"self.{factor.attr}":
        value = made_as(definition, factor.attr) if _WEIGHT.fullmatch(factor.attr) else None
    return value if isinstance(value, ast.Call) and _is_random(source, value) else None


def _is_random(source: Source, call: ast.Call) -> bool:
    """``tf.random.normal(...)``, ``initializers.GlorotUniform()(shape)``."""
    if isinstance(call.func, ast.Call):
        return "initializers." in full_name(source, call.func.func)
    name = full_name(source, call.func)
    return bool(_RANDOM.search(name)) and "initializers" not in name
