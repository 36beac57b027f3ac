"""
The last windows of the series are shorter than the others.

## Why it hurts
Without `drop_remainder=True`, `window` goes on until the series is used up: the last windows hold five values, four,
down to one. They cannot be batched with whole ones, so the program stops, often only at the end of the first epoch; a
network that takes any length learns from stumps, and its layers cannot know the size of their inputs.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    series = np.arange(60, dtype="float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(6, shift=1)
    data = data.flat_map(lambda window: window.batch(6))
    data = data.map(lambda values: (values[:-1], values[-1])).batch(8)

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    series = np.arange(60, dtype="float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(6, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(6))
    data = data.map(lambda values: (values[:-1], values[-1])).batch(8)

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(data, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, places
from etude.diagnoses.source import Source, argument, call_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.ERROR
SKILLS = ("series-1", "data-7", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.window"
EXPLAINS = ("sizes_differ_in_batch",)

_PADS = {"padded_batch", "ragged_batch"}
# How TensorFlow says that elements of a batch differ, or have a size that it does not know.
_SIGNS = (
    "number of elements does not match",
    "cannot batch tensors with different shapes",
    "uninitialized tensors",
    "fully-defined",
)


def match(evidence: Evidence) -> Finding | None:
    if not any(sign in error.message.lower() for error in evidence.errors for sign in _SIGNS):
        return None
    for data, stage in _open_ended(evidence):
        return _finding(stage.line or data.line, stage.parameters.get("size"), data.role)
    if not evidence.datasets():  # none was given to a model
        for call in _written_open_ended(evidence.source):
            return _finding(call_line(call), argument(call, "size", 0), "")
    return None


def _finding(line: int, size: object, about: str) -> Finding:
    told = size if isinstance(size, int) else "size"
    return Finding(
        line=line,
        about=about,
        evidence=f"window({told}) in line {line} keeps the windows of fewer than {told} values at the end "
        "of the series",
        change="add drop_remainder=True to window",
    )


def _written_open_ended(source: Source) -> Iterator[ast.Call]:
    """Calls of ``window`` in a program that flattens and batches, and never pads or sorts out."""
    flattened = source.calls("flat_map") and source.calls("batch")
    if flattened and not any(source.calls(name) for name in (*_PADS, "filter")):
        for call in source.calls("window"):
            if argument(call, "drop_remainder", 3) in (None, False):
                yield call


def _open_ended(evidence: Evidence) -> Iterator[tuple[Data, Stage]]:
    """Windows of any length that are then batched as if all had one."""
    for data in evidence.datasets():
        stage = data.stage("window")
        if stage is None or stage.parameters.get("drop_remainder") is True:
            continue
        above = data.stages[data.position("window") :]
        if data.stage("flat_map") and places(data, batches) and not _made_equal(above):
            yield data, stage


def _made_equal(stages: Sequence[Stage]) -> bool:
    """Whether a later stage pads windows, or lets only whole ones pass."""
    return any(stage.op in _PADS or stage.op == "filter" for stage in stages)
