"""
A recurrent layer keeps only its last state, and the recurrent layer after it wants a whole sequence.

## Why it hurts
An LSTM or GRU gives one vector for the whole sequence: two axes, (batch, units). The next recurrent layer wants
three, (batch, steps, features), and refuses. Every recurrent layer but the last needs `return_sequences=True`, which
makes it give a vector for every step.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(8),
        keras.layers.LSTM(4),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 1)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.Input((10, 1)),
        keras.layers.LSTM(8, return_sequences=True),
        keras.layers.LSTM(4),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import (
    Refused,
    name_of,
    recurrent_calls,
    refused_sequence,
    returns_sequences,
    width_of,
)
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-6", "series-5", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"


def match(evidence: Evidence) -> Finding | None:
    refused = refused_sequence(evidence)
    call = _giver(evidence.source, refused) if refused is not None else None
    if refused is None or call is None:
        return None
    return Finding(
        line=call_line(call),
        about=refused.layer,
        evidence=f"{name_of(call)} in line {call_line(call)} gives {refused.shape}, its last state alone; the "
        f"{refused.kind} after it wants (batch, steps, features)",
        change=f"add return_sequences=True to {name_of(call)}",
    )


def _giver(source: Source, refused: Refused) -> ast.Call | None:
    """The recurrent layer without sequences that is as wide as what was refused.

    Keras numbers layers of a kind: with a number, one of them got its inputs without complaint, so
    a layer whose width is no literal may be the one that gave these.
    """
    made = recurrent_calls(source)
    keeping = [call for call in made if not returns_sequences(call)]
    fitting = [call for call in keeping if width_of(source, call) == refused.last]
    if fitting and len(made) > 1:
        return fitting[0]
    unknown = [call for call in keeping if width_of(source, call) is None]
    return unknown[0] if unknown and refused.is_numbered else None
