"""
`window` makes small datasets, and nothing made tensors of them.

## Why it hurts
After `window` every element is a dataset of its own. It cannot be sliced, batched or fed to a network: `flat_map` with
`batch` makes one tensor of each window first.

## Example
    import numpy as np
    import tensorflow as tf

    series = np.arange(60, dtype="float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(6, shift=1, drop_remainder=True)
    data = data.map(lambda window: (window[:-1], window[-1]))
    data = data.batch(8)

## Instead
    import numpy as np
    import tensorflow as tf

    series = np.arange(60, dtype="float32")
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(6, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(6))
    data = data.map(lambda values: (values[:-1], values[-1]))
    data = data.batch(8)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, argument, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-1", "data-7", "data-9", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("dataset_is_not_a_list",)

# What TensorFlow calls the small datasets when something wants a tensor.
_NAMES = ("_VariantDataset", "_NestedVariant", "DatasetSpec")
_FLATTENING = ("flat_map", "interleave")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        line = _window_line(evidence.source)
        if line and any(name in error.message for name in _NAMES):
            size = argument(evidence.source.calls("window")[0], "size", 0)
            size = size if isinstance(size, int) else "size"
            return Finding(
                line=line,
                evidence=f"window in line {line} makes a dataset of every {size} values, and line "
                f"{error.line} needs a tensor",
                change=f"add .flat_map(lambda window: window.batch({size})) right after window",
            )
    return None


def _window_line(source: Source) -> int:
    """Of a ``window`` in a program that flattens none."""
    calls = source.calls("window")
    flattened = any(source.calls(name) for name in _FLATTENING)
    return call_line(calls[0]) if calls and not flattened else 0
