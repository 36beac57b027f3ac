"""
`load_model` is given the folder of a SavedModel, which Keras 3 does not read.

## Why it hurts
In Keras 2 `model.save("name")` made such a folder and `load_model` read it. Keras 3 keeps whole models in `.keras`
files; a SavedModel, as `model.export` makes it, holds only the computation and is for serving.

## Example
    import keras

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.export("served", verbose=False)
    model = keras.models.load_model("served")

## Instead
    import keras

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.save("model.keras")
    model = keras.models.load_model("model.keras")
"""

from pathlib import PurePath

from etude.diagnoses.callbacks import path_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "deploy-2", "dev-6")
GUIDE = "TensorFlow guide: Using the SavedModel format"
EXPLAINS = ()

_FILES = (".keras", ".h5", ".hdf5")
# Files that hold something else, and what reads them.
_OTHER_FILES = {
    ".pkl": "pickle.load reads it",
    ".pickle": "pickle.load reads it",
    ".joblib": "joblib.load reads it",
    ".json": "keras.models.model_from_json(text) makes the model of it, without weights",
    ".tflite": "tf.lite.Interpreter(model_path=...) runs it",
    ".onnx": "onnxruntime runs it",
    ".pt": "PyTorch reads it",
    ".pth": "PyTorch reads it",
}
_NOT_READ = "not supported"


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("load_model"):
        path = str(call.arguments.get("filepath", ""))
        if path and not path.endswith(_FILES) and _NOT_READ in call.error:
            written = call_at(evidence.source, call.line, "load_model")
            return Finding(
                line=path_line(evidence.source, written) if written else call.line,
                evidence=f'load_model reads .keras and .h5 files, and "{path}" is neither',
                change=_change(evidence, path),
                about=path,
            )
    return None


def _change(evidence: Evidence, path: str) -> str:
    if (suffix := PurePath(path).suffix) in _OTHER_FILES:
        return f'{_OTHER_FILES[suffix]}; a model of Keras is saved with model.save("{PurePath(path).stem}.keras")'
    endpoint = (
        "serve" if _is_exported(evidence.calls_of("Model.export"), path) else "serving_default"
    )
    return (
        f'to use it as it is: keras.layers.TFSMLayer("{path}", call_endpoint="{endpoint}"); to go on '
        "with the model: save it as .keras where it was trained"
    )


def _is_exported(exports: list[Call], path: str) -> bool:
    return any(str(call.arguments.get("filepath")) == path for call in exports)
