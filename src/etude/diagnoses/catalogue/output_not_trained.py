"""
An output has the weight 0 in the loss, so nothing trains it.

## Why it hurts
The loss of a model with several outputs is the sum of theirs, each times its weight. With 0 the optimizer does not see an output's errors: its own
layers keep the weights they were born with, while its loss and metrics are shown as if it were learning.

## Example
    import keras
    import numpy as np

    inputs = keras.Input((3,))
    first = keras.layers.Dense(1, name="first")(inputs)
    second = keras.layers.Dense(1, name="second")(inputs)
    model = keras.Model(inputs, {"first": first, "second": second})
    model.compile(optimizer="adam", loss={"first": "mse", "second": "mse"}, loss_weights={"first": 1.0, "second": 0.0})
    model.fit(np.ones((16, 3)), {"first": np.ones(16), "second": np.ones(16)}, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = keras.Input((3,))
    first = keras.layers.Dense(1, name="first")(inputs)
    second = keras.layers.Dense(1, name="second")(inputs)
    model = keras.Model(inputs, {"first": first, "second": second})
    model.compile(optimizer="adam", loss={"first": "mse", "second": "mse"}, loss_weights={"first": 1.0, "second": 0.5})
    model.fit(np.ones((16, 3)), {"first": np.ones(16), "second": np.ones(16)}, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import constant
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Model

SEVERITY = Severity.WARNING
SKILLS = ("model-3", "model-8", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("stuck_at_majority",)

_WEIGHTS = "loss_weights"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        compiled = [c for c in evidence.calls_of("Model.compile") if _is_of(c.model, fit.model)]
        line = fit.model.compiled.line if fit.model.compiled else 0
        call = call_at(evidence.source, line, "compile") if len(compiled) == 1 else None
        weights = (
            next((k.value for k in call.keywords if k.arg == _WEIGHTS), None) if call else None
        )
        for name, node in _zeros(weights, fit.model):
            return Finding(
                line=node.lineno,
                about=name,
                evidence=f"the loss of {name} is multiplied by 0, so none of its errors changes a weight",
                change=f"give {name} a weight above 0, or take the output out of the model",
            )
    return None


def _is_of(one: Model | None, other: Model) -> bool:
    return one is not None and one.key == other.key


def _zeros(weights: ast.expr | None, model: Model) -> Iterator[tuple[str, ast.expr]]:
    """Outputs with the weight 0, and where it stands; a list gives them in order."""
    if isinstance(weights, ast.Dict):
        named = [
            (constant(key), value) for key, value in zip(weights.keys, weights.values, strict=True)
        ]
    else:
        names = [output.path for output in model.outputs]
        named = list(zip(names, getattr(weights, "elts", []), strict=False))
    for name, value in named:
        if constant(value) in (0, 0.0) and not isinstance(constant(value), bool):
            yield str(name), value
