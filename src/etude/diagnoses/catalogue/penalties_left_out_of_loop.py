"""
A training loop never adds the penalties of the model's regularizers to its loss.

## Why it hurts
`kernel_regularizer` does not change the gradients by itself: it puts a penalty into `model.losses`, and `fit` adds those to
the loss. A loop of one's own must do so itself. Without it the regularizers have no effect at all: the model trains, and
overfits, as if they were not there.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_regularizer="l2")])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(2 * inputs - model(inputs, training=True)))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_regularizer="l2")])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(2 * inputs - model(inputs, training=True)))
            loss += sum(model.losses)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import tape_bodies
from etude.diagnoses.names import full_name, value_of
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-3", "model-11")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ("overfits",)

_REGULARIZER = "_regularizer"
# Words of programs that add penalties: those of the model, of a layer, or reckoned by hand.
_ADDS = ("losses", "l2_loss", "compute_loss", "compiled_loss")


def match(evidence: Evidence) -> Finding | None:
    if _adds_penalties(evidence.source):
        return None
    built = {model.key: model for model in evidence.models}
    for loop in evidence.loops:
        model = built.get(loop.model.key, loop.model)
        punished = _punished(model)
        if punished:
            first = punished[0]
            return Finding(
                line=_line(evidence.source) or loop.line,
                evidence=f"{first.kind} of line {first.line} has a {_kind(first)}, and the loss that the loop takes "
                f"gradients of never gets {model.name or 'the model'}.losses",
                change="loss += sum(model.losses) inside the tape, after the model was called",
                about=model.name,
            )
    return None


def _punished(model: Model) -> Sequence[Layer]:
    return [layer for layer in all_layers(model) if layer.trainable and _kind(layer)]


def _kind(layer: Layer) -> str:
    """The first regularizer that it was given."""
    return next((key for key, is_set in layer.config.items() if _REGULARIZER in key and is_set), "")


def _adds_penalties(source: Source) -> bool:
    """Whether anything in the program reads penalties, or calls a regularizer itself."""
    read = {node.attr for node in source.all(ast.Attribute) if not _is_module(source, node)}
    called = {last_name(call.func) for call in source.all(ast.Call)}
    return bool(read & set(_ADDS)) or any(name.endswith(_REGULARIZER) for name in called)


def _is_module(source: Source, node: ast.Attribute) -> bool:
    """``keras.losses``, where losses come from, is not ``model.losses``."""
    return full_name(source, node).endswith(("keras.losses", "tensorflow.losses"))


def _line(source: Source) -> int:
    """Where the loss that gradients are taken of was last given, inside a tape."""
    for body in tape_bodies(source):
        for call in source.calls("gradient"):
            of = call.args[0] if call.args else None
            value = (
                value_of(source, of.id, before=call.lineno) if isinstance(of, ast.Name) else None
            )
            if value is not None and body.lineno < value.lineno <= (body.end_lineno or 0):
                return value.lineno
    return 0
