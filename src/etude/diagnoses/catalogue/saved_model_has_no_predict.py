"""
What `tf.saved_model.load` gives back is asked for a method of a Keras model.

## Why it hurts
A SavedModel holds the computation, not the Keras model around it: what is loaded has no `predict`, `summary` or `evaluate`.
It has the functions that were exported, `serve` after `model.export`, and the signature "serving_default".
To have the model itself again, save it as a `.keras` file.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    model.export("served")
    loaded = tf.saved_model.load("served")
    print(loaded.predict(np.zeros((1, 4), "float32")))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    model.export("served")
    loaded = tf.saved_model.load("served")
    print(loaded.serve(np.zeros((1, 4), "float32")))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "deploy-3", "dev-3")
GUIDE = "TensorFlow guide: Using the SavedModel format"
EXPLAINS = ()

# TensorFlow's names for what it loads, a signature among them.
_SAID = re.compile(
    r"'(?:_UserObject|AutoTrackable|_WrapperFunction)' object has no attribute '(?P<name>\w+)'"
    r"|'_UserObject' object is not (?P<callable>callable)"
)
_ASKED = {"predict", "evaluate", "fit", "summary", "layers", "compile", "call", "get_config"}
_ASKED |= {"input_shape", "output_shape", "inputs", "outputs", "weights", "get_layer", "save"}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    said = _SAID.search(error.message) if error is not None else None
    if error is None or said is None or not (said["callable"] or said["name"] in _ASKED):
        return None
    loads = [line for line in _loads(evidence) if line <= error.line]
    loaded = f"what line {max(loads)} loads" if loads else "what tf.saved_model.load gives"
    return Finding(
        line=error.line,
        about=said["name"] or "call",
        evidence=f"{loaded} is no Keras model: it "
        + ("cannot be called" if said["callable"] else f"has no {said['name']}"),
        change='call what was exported: loaded.serve(x); or save with model.save("model.keras") and load '
        "with keras.models.load_model",
    )


def _loads(evidence: Evidence) -> list[int]:
    return [call.lineno for call in evidence.source.calls("saved_model.load")]
