"""Opens a model that learner code has saved, and says in plain words why one cannot be opened."""

import re
from typing import Any

import keras

from etude.domain.error import Error
from etude.worker.errors import LearnerError
from etude.worker.essence import essence
from etude.worker.lite_models import ENDING, open_lite_model
from etude.worker.served_models import open_served_model

# How Keras says that a file holds code, or names what is not its own.
_HOLDS_CODE = re.compile(r"[Ll]ambda|TFSMLayer|safe_mode|unsafe_deserialization|marshal")
_OTHER_FORMAT = re.compile(r"[Ff]ormat not supported")
_NO_ARCHIVE = re.compile(r"File not found|not an? accessible|Unable to (?:synchronously )?open")
_OTHER_WEIGHTS = re.compile(r"objects could not be loaded")
_NEEDS_NAME = re.compile(r"(?:Could not locate (?:class|function)|Unknown layer:?) '?(?P<name>\w+)")


def open_saved_model(path: str) -> Any:
    """The model; safe mode refuses code in the file, and losses and metrics are left alone.

    A ``.tflite`` file and the folder of a SavedModel come as functions of batches.

    Raises:
      LearnerError: it cannot be opened without running code of the file.
    """
    if path.endswith(ENDING):
        return open_lite_model(path)
    if path.endswith("/"):
        return open_served_model(path)
    try:
        return keras.models.load_model(path, compile=False, safe_mode=True)
    except MemoryError:
        raise
    except Exception as error:
        raise LearnerError(Error(type=type(error).__name__, message=_words(path, error))) from error


def _words(path: str, error: Exception) -> str:
    text = str(error)
    if _OTHER_FORMAT.search(text):
        return f"{path} is a model in another format; étude opens models only in the .keras format"
    if _NO_ARCHIVE.search(text):
        return f"{path} is no model as model.save writes it, or only a part of one"
    if _OTHER_WEIGHTS.search(text):
        return f"{path} holds weights that do not belong to its layers"
    if _HOLDS_CODE.search(text):
        return (
            f"{path} holds code of its own, as a Lambda layer does; étude opens a model without "
            "running code from its file, so use layers that Keras provides"
        )
    needed = _NEEDS_NAME.search(text)
    if needed:
        return (
            f"{path} needs {needed['name']!r} of your program; étude opens it in a process without "
            "your program, so use layers and functions that Keras provides"
        )
    said = essence(text, type(error).__name__).partition("\n")[0]
    return f"{path} cannot be opened as a Keras model: {said[:300]}"
