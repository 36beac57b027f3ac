"""
Dropout is switched on for good, also when the network predicts.

## Why it hurts
A layer called with `training=True` inside the network stays in training whatever the network does. `predict` then throws
away half of the values at random: the same picture gets another answer each time, and every answer is worse than it
needs to be. Left out, Keras passes on by itself whether the network is learning. (Who draws many answers on purpose, to
see how far they differ, calls the whole model with training=True.)

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("float32")

    inputs = keras.Input((4,))
    hidden = keras.layers.Dense(8, activation="relu")(inputs)
    hidden = keras.layers.Dropout(0.5)(hidden, training=True)
    outputs = keras.layers.Dense(1, activation="sigmoid")(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, verbose=0)
    print(model.predict(x[:3], verbose=0))

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("float32")

    inputs = keras.Input((4,))
    hidden = keras.layers.Dense(8, activation="relu")(inputs)
    hidden = keras.layers.Dropout(0.5)(hidden)
    outputs = keras.layers.Dense(1, activation="sigmoid")(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, verbose=0)
    print(model.predict(x[:3], verbose=0))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity

# Right for those who want answers that differ, which the program mostly says somewhere.
SEVERITY = Severity.WARNING
SKILLS = ("model-11", "model-13", "model-3")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ("trained_too_short",)

_RANDOM = ("Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise")
_SPATIAL = "SpatialDropout"
_ON_PURPOSE = re.compile(r"monte|\bmc\b|mc_|uncertain|bayes|stochastic", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    if _ON_PURPOSE.search(evidence.source.text) or not evidence.models:
        return None
    for call, layer in _forced(evidence.source):
        return Finding(
            line=call_line(call),
            evidence=f"this {layer} is called with training=True, so it is active in predict as well",
            change="leave training=True out; fit and predict say by themselves which it is",
        )
    return None


def _forced(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Calls of random layers outside of training loops, with the layer's class."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and _is_true(node):
            made = node.func
            if isinstance(made, ast.Name):
                made = value_of(source, made.id, before=node.lineno) or made
            name = dotted_name(made.func).rpartition(".")[2] if isinstance(made, ast.Call) else ""
            if name in _RANDOM or name.startswith(_SPATIAL):
                yield node, name


def _is_true(call: ast.Call) -> bool:
    given = next((k.value for k in call.keywords if k.arg == "training"), None)
    return isinstance(given, ast.Constant) and given.value is True
