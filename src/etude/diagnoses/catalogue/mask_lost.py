"""
A layer drops the mask, so the layers after it take padding for content.

## Why it hurts
`mask_zero=True` marks padding with a mask that travels from layer to layer. `Conv1D`, `Flatten`, `Reshape` and the max pooling
layers cannot carry it on and drop it, with a warning that is easily missed: from there on zeros count like words.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (64, 12))
    tokens[:, 8:] = 0
    labels = rng.integers(0, 2, 64)

    model = keras.Sequential([
        keras.layers.Embedding(50, 8, mask_zero=True),
        keras.layers.Conv1D(8, 3, activation="relu"),
        keras.layers.LSTM(8),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (64, 12))
    tokens[:, 8:] = 0
    labels = rng.integers(0, 2, 64)

    model = keras.Sequential([
        keras.layers.Embedding(50, 8, mask_zero=True),
        keras.layers.LSTM(8, return_sequences=True),
        keras.layers.LSTM(8),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.source import call_line
from etude.diagnoses.text import LOSE_MASKS, PASS_MASKS_ON, masking, reached
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("text-2", "text-7")
GUIDE = "TensorFlow guide: Understanding masking and padding"

_WARNED = re.compile(r"\(of type (?P<kind>\w+)\).*mask.*does not support masking", re.DOTALL)

# Keras 3 warns of models in models too, and then hands the mask to their layers and on to what follows.
_CARRY_IT_ALL_THE_SAME = ("Functional", "Sequential")


def match(evidence: Evidence) -> Finding | None:
    return _in_the_graph(evidence) or _warned(evidence)


def _in_the_graph(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for start in masking(fit.model):
            for layer in reached(fit.model, start, PASS_MASKS_ON):
                if layer.kind in LOSE_MASKS:
                    line = layer_line(evidence.source, fit.model, layer)
                    made = layer_line(evidence.source, fit.model, start)
                    return _finding(line, layer.kind, f" that {start.kind} makes in line {made}")
    return None


def _warned(evidence: Evidence) -> Finding | None:
    """Of a subclassed model only Keras's own warning tells."""
    for warning in evidence.warnings:
        found = _WARNED.search(warning.message)
        if found is not None and found["kind"] not in _CARRY_IT_ALL_THE_SAME:
            calls = evidence.source.calls(found["kind"])
            return _finding(call_line(calls[0]) if calls else warning.line, found["kind"], "")
    return None


def _finding(line: int, kind: str, made: str) -> Finding:
    return Finding(
        line=line,
        evidence=f"{kind} drops the mask{made}",
        change="leave mask_zero out if padding may count; else use layers that carry a mask, such as LSTM, "
        "GRU and GlobalAveragePooling1D",
    )
