"""
A converted model is given an input of another type or shape than it was converted for.

## Why it hurts
A Keras model casts what it is given and takes batches of any size. The interpreter of a converted model does neither: it
has one type, mostly float32, and one shape, mostly a single example. NumPy's random and divided numbers are
float64, and a picture without a batch axis has one axis too few.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    converted = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    interpreter = tf.lite.Interpreter(model_content=converted)
    interpreter.allocate_tensors()
    entry = interpreter.get_input_details()[0]["index"]
    interpreter.set_tensor(entry, np.zeros((1, 4)))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    converted = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    interpreter = tf.lite.Interpreter(model_content=converted)
    interpreter.allocate_tensors()
    entry = interpreter.get_input_details()[0]["index"]
    interpreter.set_tensor(entry, np.zeros((1, 4), "float32"))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-2", "deploy-1", "dev-3")
GUIDE = "Google AI Edge: LiteRT inference"
EXPLAINS = ()

_SAID = "Cannot set tensor"
_NOT_READY = "Invoke called on model that is not ready"
_TYPES = re.compile(r"[Gg]ot value of type (?P<given>\w+) but expected type (?P<wanted>\w+)")
_SIZES = re.compile(
    r"Dimension mismatch\. Got (?P<given>\d+) but expected (?P<wanted>\d+) for dimension (?P<axis>\d+)"
)
_AXES = re.compile(
    r"Dimension mismatch\. Got (?P<given>\d+) but expected (?P<wanted>\d+) for input"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is not None and _NOT_READY in error.message:
        return Finding(
            line=error.line,
            evidence="the interpreter is to compute before it has memory for its tensors",
            change="interpreter.allocate_tensors() first, once; then set_tensor, invoke and get_tensor",
        )
    if error is None or _SAID not in error.message:
        return None
    told = _told(error.message)
    if told is None:
        return None
    return Finding(line=error.line, evidence=told[0], change=told[1])


def _told(message: str) -> tuple[str, str] | None:
    """What came and what was wanted, and what to do."""
    if found := _TYPES.search(message):
        wanted = found["wanted"].lower()
        return (
            f"the interpreter wants {wanted} and is given {found['given'].lower()}",
            f'cast the input: x.astype("{wanted}"), or by the "dtype" of get_input_details()',
        )
    if found := _SIZES.search(message):
        return (
            f"the interpreter wants {found['wanted']} along axis {found['axis']} and is given {found['given']}",
            "give it one example at a time, x[i:i + 1]; or resize_tensor_input(index, shape) before "
            "allocate_tensors()",
        )
    if found := _AXES.search(message):
        return (
            f"the interpreter wants {found['wanted']} axes and is given {found['given']}",
            "add the batch axis: x[None]",
        )
    return None
