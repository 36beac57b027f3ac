"""
Keras refuses a path that does not end in the way it wants.

## Why it hurts
Keras 3 decides by the end of a path what to write: `.weights.h5` for weights alone, `.keras` for a whole
model. Folders, `.ckpt` and a plain `.h5` for weights are what older tutorials use; they now end the program,
in the constructor of `ModelCheckpoint` or, worse, after a long training in `save_weights`.

## Example
    import keras

    keep_best = keras.callbacks.ModelCheckpoint(
        "checkpoints/best.ckpt",
        monitor="val_accuracy",
        save_best_only=True,
        save_weights_only=True,
    )

## Instead
    import keras

    keep_best = keras.callbacks.ModelCheckpoint(
        "checkpoints/best.weights.h5",
        monitor="val_accuracy",
        save_best_only=True,
        save_weights_only=True,
    )
"""

import ast
import re

from etude.diagnoses.callbacks import path_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import argument
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "deploy-1", "dev-6")
GUIDE = "TensorFlow tutorial: Save and load models"
EXPLAINS = ("callbacks_not_passed", "validation_missing")

_WEIGHTS, _MODEL = ".weights.h5", ".keras"
_OTHER_ENDINGS = re.compile(r"(\.weights|\.h5|\.hdf5|\.ckpt|\.keras|\.tf|\.index)+$|/+$")
_POSITION_OF_WEIGHTS_ONLY = 4


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        name = _refused_by(error)
        path = re.search(r"filepath=(\S+)", error.message)
        call = call_at(evidence.source, error.line, name) if name else None
        if path and call:
            weights = name == "save_weights" or _weights_only(call)
            ending = _WEIGHTS if weights else _MODEL
            suggested = _OTHER_ENDINGS.sub("", path[1]) + ending
            return Finding(
                line=path_line(evidence.source, call),
                evidence=f'{name} in line {error.line} refuses "{path[1]}": '
                f'for {"weights" if weights else "a whole model"} the path must end in "{ending}"',
                change=f'end the path in "{ending}", such as "{suggested}"',
            )
    return _is_a_folder(evidence)


def _is_a_folder(evidence: Evidence) -> Finding | None:
    """A folder has the name that the file is to have."""
    for error in evidence.errors:
        found = re.search(r"non-directory filepath.*directory: f?(?P<path>\S+)", error.message)
        calls = evidence.source.calls("ModelCheckpoint")
        if found and calls:
            ending = _WEIGHTS if _weights_only(calls[-1]) else _MODEL
            return Finding(
                line=path_line(evidence.source, calls[-1]),
                evidence=f'ModelCheckpoint is to write the file "{found["path"]}", and a folder has that name',
                change=f'a file in it: "{found["path"].rstrip("/")}/best{ending}", or another name',
            )
    return None


def _refused_by(error: Error) -> str:
    """Which of Keras's own functions raised; its message could change, its place less so."""
    if error.type != "ValueError":
        return ""
    if error.raised_by.endswith("model_checkpoint.__init__"):
        return "ModelCheckpoint"
    return "save_weights" if error.raised_by.endswith("saving_api.save_weights") else ""


def _weights_only(call: ast.Call) -> bool:
    return bool(argument(call, "save_weights_only", _POSITION_OF_WEIGHTS_ONLY))
