"""
Predictions and labels have different shapes, and the loss stretches one to fit the other.

## Why it hurts
Mean squared error, mean absolute error and their like subtract labels from predictions. When the shapes differ
but can be stretched, such as `(batch, 24, 1)` against `(batch, 1)`, every prediction is compared with the same
label. Training runs, the loss looks plausible, and the forecasts are constant or useless.

## Example
    import keras
    import numpy as np

    windows = np.random.default_rng(0).normal(size=(32, 6, 1)).astype("float32")
    next_values = windows[:, -1]

    model = keras.Sequential(
        [keras.Input((6, 1)), keras.layers.LSTM(4, return_sequences=True), keras.layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(windows, next_values, verbose=0)

## Instead
    import keras
    import numpy as np

    windows = np.random.default_rng(0).normal(size=(32, 6, 1)).astype("float32")
    next_values = windows[:, -1]

    model = keras.Sequential([keras.Input((6, 1)), keras.layers.LSTM(4), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(windows, next_values, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import layer_line, size_line
from etude.diagnoses.recurrence import keeps_sequences, return_sequences_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.text import keeps_last_state
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES
from etude.domain.observations import Layer

SEVERITY = Severity.SILENT
SKILLS = ("model-7", "series-5", "series-6", "text-6")
GUIDE = "TensorFlow guide: tensor shapes and broadcasting"
EXPLAINS = ("input_shape_ignored", "sequences_for_one_label", *NOTHING_LEARNED)

Sizes = Sequence[int | None]
# Axes of (batch, steps, values).
_SEQUENCE = 3


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        given = output.head.shape
        wanted = output.labels[0].shape if output.labels else None
        if output.loss not in REGRESSION_LOSSES or given is None or wanted is None:
            continue
        if _stretches(list(given), list(wanted)):
            sequences = keeps_sequences(output.model) if len(given) > len(wanted) else None
            shortened = _shortened(output, wanted)
            return Finding(
                line=layer_line(evidence.source, output.model, shortened)
                if shortened
                else _line(evidence, output, sequences),
                evidence=(
                    f"the model gives {_told(given)} and the labels are {_told(wanted)}: "
                    f"{output.loss} stretches one to the shape of the other"
                ),
                change=_change(sequences, shortened),
                about=output.model.name,
            )
    return None


def _shortened(output: Output, wanted: Sizes) -> Layer | None:
    """The recurrent layer that gives its last state alone, beside a label for each of its steps."""
    steps = [size for one in output.model.inputs for size in list(one.shape or ())[1:2]]
    a_label_a_step = len(wanted) == _SEQUENCE and wanted[1] in steps and wanted[2] == 1
    return keeps_last_state(output.model) if a_label_a_step else None


def _change(sequences: Layer | None, shortened: Layer | None) -> str:
    if shortened is not None:
        return (
            f"add return_sequences=True to the last {shortened.kind}, for an output at every step; or give the label of "
            "the last step alone, labels[:, -1]"
        )
    if sequences is not None:
        return "leave out return_sequences=True in the last recurrent layer"
    return "give the last layer as many outputs as one label has values, in the same shape"


def _stretches(given: Sizes, wanted: Sizes) -> bool:
    """Whether the shapes still differ after what Keras evens out itself, and can be stretched.

    Keras drops or adds a last axis of size one when the ranks differ by one.
    """
    given, wanted = _evened_out(given, wanted), _evened_out(wanted, given)
    rest, other = list(given)[1:], list(wanted)[1:]
    if len(rest) == len(other):
        pairs = list(zip(rest, other, strict=True))
        fit = all(None in pair or pair[0] == pair[1] or 1 in pair for pair in pairs)
        return fit and any(None not in pair and pair[0] != pair[1] for pair in pairs)
    # One label per example against a whole array each: the batch itself is stretched.
    longer, shorter = (rest, other) if len(rest) > len(other) else (other, rest)
    return not shorter and longer[-1] == 1


def _evened_out(sizes: Sizes, to: Sizes) -> Sizes:
    return sizes[:-1] if len(sizes) == len(to) + 1 and sizes[-1] == 1 else sizes


def _line(evidence: Evidence, output: Output, sequences: Layer | None) -> int:
    if sequences is None:
        return size_line(evidence.source, output.model, output.head.layer)
    return return_sequences_line(evidence.source, output.model, sequences)


def _told(shape: Sizes) -> str:
    sizes = ["batch", *("any" if size is None else str(size) for size in list(shape)[1:])]
    return f"({', '.join(sizes)})" if len(sizes) > 1 else "(batch,)"
