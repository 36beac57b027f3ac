"""
A dropout rate is given in percent.

## Why it hurts
The rate of `Dropout` is the share of the values that are set to 0 in training, between 0 and 1. Keras refuses 30, and what
was meant is 0.3.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dropout(30),
        keras.layers.Dense(1),
    ])

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dropout(0.3),
        keras.layers.Dense(1),
    ])
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line, constant, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-11", "dev-2", "dev-3")
GUIDE = "Keras API: Dropout layer"
EXPLAINS = ("setting_out_of_range",)

_KINDS = ("Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "GaussianDropout")
_MOST_PERCENT = 100


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "ValueError" or "rate" not in error.message:
        return None
    for kind in _KINDS:
        for call in evidence.source.calls(kind):
            rate = _rate(call)
            if dotted_name(call.func).endswith(kind) and 1 < rate <= _MOST_PERCENT:
                return Finding(
                    line=call_line(call),
                    evidence=f"{kind}({rate:g}), where the rate is a share between 0 and 1",
                    change=f"{kind}({rate / _MOST_PERCENT:g})",
                )
    return None


def _rate(call: ast.Call) -> float:
    given = constant(call.args[0]) if call.args else argument(call, "rate", 0)
    return float(given) if isinstance(given, int | float) else 0.0
