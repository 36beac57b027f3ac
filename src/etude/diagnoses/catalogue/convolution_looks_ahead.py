"""
A convolution looks to both sides where each step has to forecast the next one.

## Why it hurts
With `padding="same"` a kernel of five sees two steps before its own and two after it. The label of a step is the step after
it, so the answer stands among the inputs: the loss falls far below what is possible, and at the last step, where nothing
follows, the network has never learned to forecast. `padding="causal"` fills up in front alone, and shows each step itself
and those before it.

## Example
    import keras
    import numpy as np

    series = np.sin(np.arange(80) * 0.7).astype("float32")
    views = np.lib.stride_tricks.sliding_window_view(series, 13)
    windows, labels = views[:, :12, None], views[:, 1:, None]

    model = keras.Sequential([
        keras.Input((12, 1)),
        keras.layers.Conv1D(8, 3, padding="same", activation="relu"),
        keras.layers.LSTM(4, return_sequences=True),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mae")
    model.fit(windows, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    series = np.sin(np.arange(80) * 0.7).astype("float32")
    views = np.lib.stride_tricks.sliding_window_view(series, 13)
    windows, labels = views[:, :12, None], views[:, 1:, None]

    model = keras.Sequential([
        keras.Input((12, 1)),
        keras.layers.Conv1D(8, 3, padding="causal", activation="relu"),
        keras.layers.LSTM(4, return_sequences=True),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mae")
    model.fit(windows, labels, verbose=0)
"""

from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Layer

SEVERITY = Severity.SILENT
SKILLS = ("series-5", "series-1", "dev-3")
GUIDE = "Keras reference: Conv1D layer"
EXPLAINS = (
    *("later_steps_visible", "overfits", "forecast_repeats_last_value", "trained_too_short"),
)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        if not _labels_follow_each_step(fit.train):
            continue
        for layer in _to_both_sides(fit.model.layers):
            size = _size(layer)
            return Finding(
                line=layer.line or fit.line,
                about=layer.name,
                evidence=f"{layer.name} has a kernel of {size} and padding='same': each step sees "
                f"{size // 2} later ones, and the first of them is its label",
                change="padding='causal'",
            )
    return None


def _labels_follow_each_step(data: Data) -> bool:
    """Whether each step of a window has the value of the step after it as its label."""
    windows = data.windows
    if windows is None or windows.lead is None:
        return False
    return windows.steps == windows.size > 2 and windows.lead == 2 - windows.size


def _to_both_sides(layers: Sequence[Layer]) -> Iterator[Layer]:
    for layer in layers:
        yield from _to_both_sides(layer.layers)
        if "Conv1D" in layer.kind and layer.config.get("padding") == "same" and _size(layer) > 1:
            yield layer


def _size(layer: Layer) -> int:
    """Steps that the kernel of a one-dimensional convolution spans."""
    kernel, apart = (layer.config.get(name, 1) for name in ("kernel_size", "dilation_rate"))
    size, step = (one[0] if isinstance(one, Sequence) else one for one in (kernel, apart))
    return int((size - 1) * step + 1)
