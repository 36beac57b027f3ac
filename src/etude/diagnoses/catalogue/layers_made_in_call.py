"""
A layer is made inside `call`, so every call begins with new random weights.

## Why it hurts
A layer that is made while the model runs lives for that one call. Its weights are drawn anew each time, no optimizer
ever sees them, and saving forgets them. What comes out differs from call to call, the loss jumps about, and
`trainable_variables` holds only the layers that were made in `__init__`.

## Example
    import keras
    import tensorflow as tf


    class Net(keras.Model):
        def __init__(self):
            super().__init__()
            self.last = keras.layers.Dense(1)

        def call(self, inputs):
            hidden = keras.layers.Dense(8, activation="relu")(inputs)
            return self.last(hidden)


    model = Net()
    print(model(tf.ones((2, 3))))

## Instead
    import keras
    import tensorflow as tf


    class Net(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = keras.layers.Dense(8, activation="relu")
            self.last = keras.layers.Dense(1)

        def call(self, inputs):
            return self.last(self.hidden(inputs))


    model = Net()
    print(model(tf.ones((2, 3))))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name
from etude.diagnoses.source import Source, call_line
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "train-2", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("activation_missing", "asked_before_built", *NOTHING_LEARNED)

# Layers that have weights; one of the others may be made anew each time without harm.
_WITH_WEIGHTS = frozenset(
    {
        "Dense", "EinsumDense", "Embedding", "LSTM", "GRU", "SimpleRNN", "Bidirectional",
        "Conv1D", "Conv2D", "Conv3D", "SeparableConv1D", "SeparableConv2D", "DepthwiseConv2D",
        "Conv1DTranspose", "Conv2DTranspose", "BatchNormalization", "LayerNormalization",
        "MultiHeadAttention", "TimeDistributed", "PReLU",
    }
)  # fmt: skip


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is not None:  # as a graph such a model is refused, in words of its own
        return None
    source = evidence.source
    for definition in keras_classes(source):
        call = methods_of(definition).get("call")
        made = next(_made(source, call), None) if call is not None else None
        if made is not None:
            kind = full_name(source, made.func).rpartition(".")[2]
            return Finding(
                line=call_line(made),
                evidence=f"call of {definition.name} makes a {kind} each time it runs",
                change=f"make it once in __init__, self.layer = {ast.unparse(made)}, and use it in call",
                about=definition.name,
            )
    return None


def _made(source: Source, call: ast.FunctionDef) -> Iterator[ast.Call]:
    """Layers with weights that the method makes, unless it keeps them for the next time."""
    kept = {
        id(node.value) for node in ast.walk(call) if isinstance(node, ast.Assign) and _on_self(node)
    }
    for node in ast.walk(call):
        if isinstance(node, ast.Call) and id(node) not in kept:
            name = full_name(source, node.func)
            if "keras" in name and name.rpartition(".")[2] in _WITH_WEIGHTS:
                yield node


def _on_self(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Attribute) for target in node.targets)
