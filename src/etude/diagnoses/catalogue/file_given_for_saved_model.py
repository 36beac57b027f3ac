"""
A file is given where TensorFlow wants the folder of a SavedModel.

## Why it hurts
A `.keras` file holds layers and weights, which Keras makes a model of again; a SavedModel is a folder with a graph that runs
without Keras. `tf.saved_model.load` and `TFLiteConverter.from_saved_model` read such a folder and nothing else.
`model.export` writes one.

## Example
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    model.save("model.keras")
    converter = tf.lite.TFLiteConverter.from_saved_model("model.keras")

## Instead
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    model.export("model", verbose=False)
    converter = tf.lite.TFLiteConverter.from_saved_model("model")
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "deploy-5", "deploy-2")
GUIDE = "TensorFlow guide: Using the SavedModel format"
EXPLAINS = ("file_not_found",)

_NO_FOLDER = re.compile(r"SavedModel file does not exist at: (?P<path>[^{]+?)/?\{")
_FILES = (".keras", ".h5", ".hdf5", ".tflite")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        refused = _NO_FOLDER.search(error.message)
        path = refused["path"].rstrip("/") if refused else ""
        if path.endswith(_FILES):
            return Finding(
                line=error.line,
                about=path,
                evidence=f"line {error.line} looks for a folder {path} with a saved_model.pb in it, and {path} is a "
                "file of another kind",
                change="write a folder with model.export and give that"
                + (", or use TFLiteConverter.from_keras_model" if _converts(evidence) else ""),
            )
    return None


def _converts(evidence: Evidence) -> bool:
    return bool(evidence.source.calls("from_saved_model"))
