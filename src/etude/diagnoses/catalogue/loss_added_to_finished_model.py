"""
A loss is added to a model from outside.

## Why it hurts
Keras 3 takes `add_loss` inside the `call` of a layer alone, where the tensors have values. Recipes for variational
autoencoders that compute a term of the loss from the tensors of the finished model, and give it to
`model.add_loss`, are from before that: those tensors are placeholders.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((16, 8)).astype("float32")
    inputs = keras.Input((8,))
    code = keras.layers.Dense(2)(inputs)
    model = keras.Model(inputs, keras.layers.Dense(8)(code))
    model.add_loss(keras.ops.mean(keras.ops.square(code)))
    model.compile(optimizer="adam", loss="mse")
    model.fit(pictures, pictures, verbose=0)

## Instead
    import keras
    import numpy as np

    class SmallCode(keras.layers.Layer):
        def call(self, code):
            self.add_loss(keras.ops.mean(keras.ops.square(code)))
            return code

    pictures = np.random.default_rng(0).random((16, 8)).astype("float32")
    inputs = keras.Input((8,))
    code = SmallCode()(keras.layers.Dense(2)(inputs))
    model = keras.Model(inputs, keras.layers.Dense(8)(code))
    model.compile(optimizer="adam", loss="mse")
    model.fit(pictures, pictures, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.origins import origins
from etude.diagnoses.source import spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "train-2", "dev-6")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("symbolic_tensor_has_no_values", "compile_missing")

_PLACEHOLDER = "KerasTensor"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    for call in evidence.source.calls("add_loss") if error is not None else ():
        owner = root(call.func)
        if error is None or owner in ("self", "") or not _ended_here(evidence, error, call):
            continue
        return Finding(
            line=error.line,
            evidence=f"line {call.lineno} adds a loss to {owner}, and it is computed from tensors of the model "
            "that have no values",
            change="compute it in the call of a layer of your own, the one that these tensors go through, and add it "
            "there: self.add_loss(...)",
            about=owner,
        )
    return None


def _ended_here(evidence: Evidence, error: Error, call: ast.Call) -> bool:
    """Whether it is ``add_loss`` that was refused, or what its argument is computed with."""
    if spans(call, error.line):
        return True
    behind = origins(evidence.source, call.args[0], before=call.lineno) if call.args else ()
    return _PLACEHOLDER in error.message and any(
        spans(node, error.line) for node in behind if isinstance(node, ast.Call)
    )
