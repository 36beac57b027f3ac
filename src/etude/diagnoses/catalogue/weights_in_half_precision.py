"""
A model that is trained keeps its weights in float16, where small steps are lost.

## Why it hurts
Between 0.5 and 1 the numbers of float16 lie 0.0005 apart. A step smaller than half of that is rounded away, and
what an optimizer remembers of the gradients becomes zero. Training stalls, jumps or ends in NaN. Mixed precision
computes in float16 and keeps the weights in float32: as fast, and without the loss.

## Example
    import keras
    import numpy as np

    keras.mixed_precision.set_global_policy("float16")
    values = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    inputs = keras.Input((1,))
    hidden = keras.layers.Dense(4, activation="relu")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(1, dtype="float32")(hidden))
    model.compile(optimizer="sgd", loss="mse")
    model.fit(values, 2 * values, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.mixed_precision.set_global_policy("mixed_float16")
    values = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    inputs = keras.Input((1,))
    hidden = keras.layers.Dense(4, activation="relu")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(1, dtype="float32")(hidden))
    model.compile(optimizer="sgd", loss="mse")
    model.fit(values, 2 * values, epochs=2, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers

SEVERITY = Severity.SILENT
SKILLS = ("train-6", "train-5")
GUIDE = "TensorFlow guide: Mixed precision"
EXPLAINS = (
    *("nan_loss", "outputs_in_half_precision", "loss_oscillates", "learning_rate_too_high"),
    *("stuck_at_majority", "predicts_constant", "diverging_loss", "exploding_gradients"),
    *("trained_too_short", "dead_units"),
)

_HALF = ("float16", "bfloat16")


def match(evidence: Evidence) -> Finding | None:
    if not (evidence.fits or evidence.calls_of(APPLY)):
        return None  # a model that only answers may well be kept in half the room
    for model in evidence.models:
        for layer in all_layers(model):
            policy = layer.config.get("dtype")
            if policy in _HALF and layer.parameters and layer.trainable:
                return Finding(
                    line=_line_of(evidence.source, policy) or layer.line or model.line,
                    evidence=f"the layer {layer.name} keeps its {layer.parameters} weights in {policy}",
                    change=f'the policy "mixed_{policy}", which computes in {policy} and keeps float32',
                    about=layer.name,
                )
    return None


def _line_of(source: Source, policy: str) -> int:
    """Where the policy is written as a text."""
    nodes = (node for node in source.nodes if isinstance(node, ast.Constant))
    return next((node.lineno for node in nodes if node.value == policy), 0)
