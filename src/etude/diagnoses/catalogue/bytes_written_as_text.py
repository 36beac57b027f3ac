"""
A model's bytes are written to a file that was opened for text.

## Why it hurts
What a converter returns, like the content of a picture or of any model file, is bytes. A file opened with "w" takes
text and would translate line ends in it; one opened with "wb" takes bytes as they are.

## Example
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    content = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    with open("model.tflite", "w") as file:
        file.write(content)

## Instead
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    content = tf.lite.TFLiteConverter.from_keras_model(model).convert()
    with open("model.tflite", "wb") as file:
        file.write(content)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-5", "dev-5")
GUIDE = "Python library: io, text and binary files"
EXPLAINS = ()

_REFUSED = "must be str, not bytes"


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        if error.type == "TypeError" and _REFUSED in error.message and "write" in error.message:
            return Finding(
                line=error.line,
                evidence=f"line {error.line} writes bytes to a file that was opened for text",
                change='open it for bytes: open(..., "wb")',
            )
    return None
