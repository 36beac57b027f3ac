"""
Mixed precision is switched on after the layers were made.

## Why it hurts
A layer takes its dtype policy when it is made and keeps it. Layers that are there already go on computing in float32: no memory is saved,
nothing gets faster, and nothing says so.

## Example
    import keras
    import numpy as np

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1, dtype="float32"),
    ])
    keras.mixed_precision.set_global_policy("mixed_float16")
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros(16), verbose=0)

## Instead
    import keras
    import numpy as np

    keras.mixed_precision.set_global_policy("mixed_float16")
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1, dtype="float32"),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros(16), verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, argument, call_line
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Fit

SEVERITY = Severity.PERFORMANCE
SKILLS = ("train-6",)
GUIDE = "TensorFlow guide: Mixed precision"
EXPLAINS = ()

_SETTERS = ("set_global_policy", "set_dtype_policy", "set_global_dtype_policy")
_MIXED, _FULL = "mixed_", "float32"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        call = _last_before(evidence.source, fit.line)
        policy = argument(call, "policy", 0) if call is not None else None
        if call is None or not isinstance(policy, str) or not policy.startswith(_MIXED):
            continue
        if _is_all_full(fit) and fit.model.line and fit.model.line < call.lineno:
            return Finding(
                line=call_line(call),
                about=fit.model.name,
                evidence=f'{fit.model.name} was made in line {fit.model.line}, before "{policy}" was set: all of its layers '
                f"with weights compute in {_FULL}",
                change="set the policy first, above the line that makes the model",
            )
    return None


def _last_before(source: Source, line: int) -> ast.Call | None:
    calls = [c for name in _SETTERS for c in source.calls(name) if c.lineno < line]
    return max(calls, key=lambda call: call.lineno, default=None)


def _is_all_full(fit: Fit) -> bool:
    kinds = {layer.config.get("dtype") for layer in all_layers(fit.model) if layer.parameters}
    return kinds == {_FULL}
