"""
Probabilities are turned into whole numbers by cutting off what follows the point: nearly all become 0.

## Why it hurts
`astype(int)` does not round: 0.97 becomes 0, and only an exact 1.0 becomes 1. Every example is then decided for class
0, whatever the network has learned, and accuracy is the share of zeros among the labels.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = (x[:, 0] > 0).astype(int)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, epochs=2, verbose=0)
    decided = model.predict(x, verbose=0).ravel().astype(int)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    y = (x[:, 0] > 0).astype(int)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, epochs=2, verbose=0)
    decided = (model.predict(x, verbose=0).ravel() > 0.5).astype(int)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, given
from etude.diagnoses.predictions import only_head, predicted_numbers
from etude.diagnoses.source import Source, call_line, dotted_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-5", "model-13")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = ()

_PROBABILITIES = ("sigmoid", "softmax")


def match(evidence: Evidence) -> Finding | None:
    predictions = [call for call in evidence.calls_of("Model.predict") if not call.error]
    source = evidence.source
    for cut, predicted in (*_cuts(source), *_counts(source)):
        call = next((c for c in predictions if spans(predicted, c.line)), None)
        head = only_head(call) if call else None
        if call is not None and head is not None and head.activation in _PROBABILITIES:
            return Finding(
                line=call_line(cut),
                evidence=f"predict in line {call.line} gives probabilities of a {head.activation}, and line "
                f"{call_line(cut)} drops what follows the point: 0.97 becomes 0",
                change="compare them: (predictions > 0.5).astype(int); of several classes take the argmax",
                about=call.model.name if call.model else "",
            )
    return None


def _cuts(source: Source) -> Iterator[tuple[ast.Call, ast.Call]]:
    """``predictions.astype(int)``, with the ``predict`` that gave them."""
    for call in source.calls("astype"):
        whole = dotted_name(call.args[0]) if call.args else ""
        text = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else ""
        if isinstance(call.func, ast.Attribute) and _is_whole(whole or str(text)):
            predicted = predicted_numbers(source, call.func.value, before=call.lineno)
            if predicted is not None:
                yield call, predicted


def _counts(source: Source) -> Iterator[tuple[ast.Call, ast.Call]]:
    """``tf.math.confusion_matrix(labels, predictions)``, which makes whole numbers of both."""
    for call in source.calls("confusion_matrix"):
        if full_name(source, call.func).startswith(("tensorflow.", "tf.")):
            decided = given(call, "predictions", 1)
            predicted = predicted_numbers(source, decided, before=call.lineno)
            if predicted is not None:
                yield call, predicted


def _is_whole(dtype: str) -> bool:
    return dtype.rpartition(".")[2].startswith(("int", "uint"))
