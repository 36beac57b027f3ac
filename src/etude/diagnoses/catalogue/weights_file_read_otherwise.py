"""
A file of weights is read as a whole model, or by a name that Keras does not read weights from.

## Why it hurts
`save_weights` and a checkpoint with `save_weights_only=True` write numbers and no layers: `load_model` finds no model there.
And `load_weights` of Keras 3 reads `.weights.h5`, `.keras` and old `.h5` files alone, not TensorFlow's `.ckpt`.

## Example
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.save_weights("best.weights.h5")
    again = keras.models.load_model("best.weights.h5")

## Instead
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.save_weights("best.weights.h5")
    model.load_weights("best.weights.h5")
"""

import re

from etude.diagnoses.callbacks import path_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import constant
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-1", "model-12", "dev-6")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ("folder_given_to_load_model",)

_NO_MODEL = re.compile(
    r"No model config found in the file at (?P<path>\S+?)\.?$|(?P<weights>\S+\.weights\.h5)"
)
_NO_ARCHIVE = re.compile(r"File not found: filepath=(?P<path>\S+\.keras)\. ")
_NOT_READ = re.compile(r"File format not supported: filepath=(?P<path>\S+?)\. ")
_BY_NAME = re.compile(r"`by_name` only supports loading legacy '\.h5'.*Received: (?P<path>\S+)")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("ValueError", "OSError"):
        return None
    if call_at(evidence.source, error.line, "load_weights") is not None:
        return _of_weights(evidence, error)
    if call_at(evidence.source, error.line, "load_model") is not None:
        return _of_model(evidence, error)
    return None


def _of_model(evidence: Evidence, error: Error) -> Finding | None:
    if (there := _NO_ARCHIVE.search(error.message)) and error.missing is None:
        return _finding(
            evidence,
            error,
            "load_model",
            f"{there['path']} is there, and what is in it is no model of Keras 3",
            "a .keras file is an archive that model.save writes: an old .h5 file keeps its ending .h5, and a download that "
            "failed is fetched anew (look at its size)",
        )
    found = _NO_MODEL.search(error.message)
    if found is None:
        return None
    path = found["path"] or found["weights"]
    return _finding(
        evidence,
        error,
        "load_model",
        f"load_model is given {path}, which holds weights and no model",
        f'build the model as it was, then model.load_weights("{path}"); or write the whole model, model.save("model.keras")',
    )


def _of_weights(evidence: Evidence, error: Error) -> Finding | None:
    if found := _BY_NAME.search(error.message):
        return _finding(
            evidence,
            error,
            "load_weights",
            f"by_name goes with old .h5 files, and {found['path']} is none",
            "leave by_name out; skip_mismatch=True leaves layers alone that do not fit",
        )
    found = _NOT_READ.search(error.message)
    if found is None:
        return None
    path = found["path"]
    if f"{path}.h5" in _written(evidence):
        change = f'the whole name: load_weights("{path}.h5")'
    elif path.endswith((".ckpt", ".index", ".tf")) or "ckpt" in path:
        change = (
            'a TensorFlow checkpoint: write it anew with model.save_weights("model.weights.h5"), or bring it back with '
            "tf.train.Checkpoint(model=model).restore(path)"
        )
    else:
        change = f'the file must end in .weights.h5, where it was written too: save_weights("{path}.weights.h5")'
    return _finding(
        evidence,
        error,
        "load_weights",
        f"load_weights is given {path}, which ends in nothing that it reads",
        change,
    )


def _finding(evidence: Evidence, error: Error, name: str, seen: str, change: str) -> Finding:
    call = call_at(evidence.source, error.line, name)
    line = path_line(evidence.source, call) if call is not None else error.line
    return Finding(line=line, about=name, evidence=seen, change=change)


def _written(evidence: Evidence) -> set[str]:
    """Names that this program saves weights under."""
    calls = evidence.source.calls("save_weights")
    return {str(constant(call.args[0])) for call in calls if call.args}
