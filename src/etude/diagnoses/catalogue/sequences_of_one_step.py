"""
A recurrent layer gets sequences of a single step, so there is nothing that it could remember.

## Why it hurts
A recurrent layer reads (examples, steps, features) step by step. When a window of 14 values is reshaped to
(examples, 1, 14), all of it comes at once, as 14 features of one step: no state is ever carried from a value to the
next, the order of the values means nothing, and what remains is a Dense layer with gates. The same with
(examples, 1, 1): each value comes alone, and what went before it is never seen.

## Example
    import keras
    import numpy as np

    series = np.sin(np.arange(120) / 5).astype("float32")
    windows = np.stack([series[i : i + 14] for i in range(100)])
    targets = series[14:114]

    model = keras.Sequential([keras.Input((1, 14)), keras.layers.LSTM(8), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(windows.reshape(100, 1, 14), targets, epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.sin(np.arange(120) / 5).astype("float32")
    windows = np.stack([series[i : i + 14] for i in range(100)])
    targets = series[14:114]

    model = keras.Sequential([keras.Input((14, 1)), keras.layers.LSTM(8), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(windows.reshape(100, 14, 1), targets, epochs=1, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.text import recurrent_in
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.WARNING
SKILLS = ("series-3", "series-1", "text-6")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ()

_AXES = 3
# What hands a sequence on with the steps that it has.
_BEFORE = ("InputLayer", "Dropout", "Masking", "Normalization", "Rescaling", "Identity")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        shape = _shape(fit)
        layer = _first_recurrent(fit) if shape is not None else None
        if shape is not None and layer is not None:
            return Finding(
                line=_line(evidence, fit, layer),
                about=layer.name,
                evidence=f"the inputs have the shape (examples, {shape[1]}, {shape[2]}): {layer.kind} sees one "
                f"step of {_told(shape[2])}, and keeps no state from one example to the next",
                change=f"{_steps(shape[2])}; rows of a table without an order need no recurrent layer but Dense",
            )
    return None


def _told(features: int) -> str:
    return "a single value" if features == 1 else f"{features} features"


def _steps(features: int) -> str:
    """How the sequences are to be made."""
    if features == 1:
        return "let each example be a window of the series, values i to i + 10, in the shape (examples, 10, 1)"
    return f"give it the steps one by one: reshape(len(x), {features}, 1) for windows of one series"


def _shape(fit: Fit) -> list[int] | None:
    """Of inputs that are sequences of one step."""
    sample = fit.train.part("0")
    shape = list(sample.shape) if sample is not None else []
    one_step = len(shape) == _AXES and shape[1] == 1
    return shape if one_step else None


def _first_recurrent(fit: Fit) -> Layer | None:
    """The layer that reads the inputs, when it is recurrent and begins each example anew."""
    if fit.model.kind == "subclassed" or len(fit.model.inputs) > 1:
        return None
    first = next((layer for layer in fit.model.layers if layer.kind not in _BEFORE), None)
    inner = recurrent_in(first) if first is not None else None
    return first if inner is not None and not inner.config.get("stateful") else None


def _line(evidence: Evidence, fit: Fit, layer: Layer) -> int:
    """Where the inputs of the model are said to be such sequences, else the layer."""
    inputs = [call for call in evidence.source.calls("Input") if call.lineno <= fit.line]
    of_model = [call for call in inputs if call.lineno >= fit.model.line]
    chosen = of_model or inputs
    return chosen[-1].lineno if len(chosen) == 1 else layer_line(evidence.source, fit.model, layer)
