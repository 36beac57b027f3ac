"""
A network of several inputs is given arrays of NumPy for some of them, and tensors for others.

## Why it hurts
Called directly, a layer or model of Keras takes a list whose entries are all tensors, or all arrays. Where an array stands
beside a tensor it refuses, since it cannot tell whether the array is an input or a setting. It often happens in a loop that
hands what the network gave, a tensor, back to it beside the data, an array.

## Example
    import keras
    import numpy as np

    first, second = keras.Input((2,)), keras.Input((2,))
    model = keras.Model([first, second], keras.layers.Add()([first, second]))

    rows = np.ones((4, 2), dtype="float32")
    state = model([rows, rows])
    state = model([rows, state])

## Instead
    import keras
    import numpy as np

    first, second = keras.Input((2,)), keras.Input((2,))
    model = keras.Model([first, second], keras.layers.Add()([first, second]))

    rows = keras.ops.convert_to_tensor(np.ones((4, 2), dtype="float32"))
    state = model([rows, rows])
    state = model([rows, state])
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "model-2", "train-2")
GUIDE = "Keras API: ops.convert_to_tensor"
EXPLAINS = ()

_REFUSED = re.compile(r"cannot mix tensors and non-tensors")
_ARRAY = "ndarray"


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error, _ = stopped
    arrays = [one.name for one in error.operands if one.type == _ARRAY]
    which = " and ".join(arrays)
    return Finding(
        line=error.line,
        evidence=f"of what line {error.line} gives, {which or 'something'} is an array of NumPy, "
        "and the rest are tensors",
        change=f"make {'tensors of them' if len(arrays) > 1 else 'a tensor of it'} before: "
        f"tf.convert_to_tensor({arrays[0] if arrays else 'x'})",
        about=which,
    )
