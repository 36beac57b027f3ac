"""
Probabilities are turned into whole numbers by cutting off what follows the point: nearly all become 0.

## Why it hurts
`astype(int)` does not round: 0.97 becomes 0, and only an exact 1.0 becomes 1. Every example is then decided for class
0, whatever the network has learned, and accuracy is the share of zeros among the labels. A mask is black all over, and so
is a picture of numbers between 0 and 1 that was not brought to the scale of bytes.

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

from etude.diagnoses.casts import made_whole
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, given, line_of_filling, root
from etude.diagnoses.predictions import predicted_numbers
from etude.diagnoses.source import Source, call_line, spans
from etude.domain.finding import Finding, Severity
from etude.domain.heads import Head, heads

SEVERITY = Severity.SILENT
SKILLS = ("model-5", "model-13")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = ()

_SMALL = {
    "sigmoid": "probabilities",
    "softmax": "probabilities",
    "tanh": "numbers between -1 and 1",
}
_PICTURE_AXES = 4  # rows, height, width, channels


def match(evidence: Evidence) -> Finding | None:
    predictions = [call for call in evidence.calls_of("Model.predict") if not call.error]
    source = evidence.source
    for cut, predicted in (*_cuts(source), *_counts(source)):
        call = next((c for c in predictions if spans(predicted, c.line)), None)
        found = heads(call.model) if call is not None and call.model else []
        if call is not None and len(found) == 1 and found[0].activation in _SMALL:
            head = found[0]
            return Finding(
                line=call_line(cut),
                evidence=f"predict in line {call.line} gives {_SMALL[head.activation]} of a {head.activation}, and line "
                f"{call_line(cut)} drops what follows the point: 0.97 becomes 0",
                change=_change(head),
                about=call.model.name if call.model else "",
            )
    return None


def _change(head: Head) -> str:
    if head.activation == "tanh":
        return 'bring a picture to the scale of bytes first: ((x + 1) * 127.5).astype("uint8")'
    if head.activation == "softmax":
        return "take the argmax: predictions.argmax(axis=-1)"
    if len(head.shape or ()) < _PICTURE_AXES:
        return "compare them: (predictions > 0.5).astype(int); of several classes take the argmax"
    return (
        'of a mask compare them first, (mask > 0.5).astype("uint8"), times 255 to look at it; what is a picture, bring to the '
        'scale of bytes: (x * 255).astype("uint8")'
    )


def _cuts(source: Source) -> Iterator[tuple[ast.Call, ast.Call]]:
    """``predictions.astype(int)``, with the ``predict`` that gave them as they are."""
    for call in source.all(ast.Call):
        values = made_whole(call)
        predicted = predicted_numbers(source, values, before=call.lineno) if values else None
        if predicted is None or values is None:
            continue
        # ``p[p > 0.5] = 1`` has chosen before.
        if line_of_filling(source, {root(values)}, before=call.lineno) < predicted.lineno:
            yield call, predicted


def _counts(source: Source) -> Iterator[tuple[ast.Call, ast.Call]]:
    """``tf.math.confusion_matrix(labels, predictions)``, which makes whole numbers of both."""
    for call in source.calls("confusion_matrix"):
        if full_name(source, call.func).startswith(("tensorflow.", "tf.")):
            decided = given(call, "predictions", 1)
            predicted = predicted_numbers(source, decided, before=call.lineno)
            if predicted is not None:
                yield call, predicted
