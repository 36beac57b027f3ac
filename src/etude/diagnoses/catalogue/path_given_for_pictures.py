"""
A model is given the path of pictures instead of the pictures.

## Why it hurts
`fit` and `predict` take numbers. They open no file and no folder, and `np.array` of a path is an array that holds
that text: a picture has to be loaded, brought to the size that the model takes, and put into a batch.

## Example
    import keras
    import numpy as np

    keras.utils.save_img("cat.png", np.zeros((12, 12, 3)))
    model = keras.Sequential([
        keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")
    ])
    picture = np.array("cat.png")
    print(model.predict(picture, verbose=0))

## Instead
    import keras
    import numpy as np

    keras.utils.save_img("cat.png", np.zeros((12, 12, 3)))
    model = keras.Sequential([
        keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(2, activation="softmax")
    ])
    picture = keras.utils.img_to_array(keras.utils.load_img("cat.png", target_size=(8, 8)))
    print(model.predict(picture[None], verbose=0))
"""

import ast
import re
from pathlib import PurePath

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.places import call_at
from etude.diagnoses.source import dotted_name
from etude.diagnoses.stops import Stop, inputs_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Model

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "model-13", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ("text_not_as_tensor", "single_example_given", "python_list_as_data")

_TEXT = re.compile(r"x=(?P<path>.*?) \(of type <class 'str'>\)")
_MAKES_ARRAYS = ("array", "constant", "convert_to_tensor")
_AXES_OF_PICTURES = 4
# The sample is what the model sees, in another order at most.
_AS_GIVEN = ("", "shuffle")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    size = _size_of_pictures(ended.model) if ended else ""
    path = _given_text(ended) if ended and size else None
    if ended is None or path is None:
        return None
    return Finding(
        line=_line(evidence, ended),
        evidence=f'{ended.doing} is given the text "{path}", and the model takes pictures of {size}',
        change=_of_a_file(path, size) if PurePath(path).suffix else _of_a_folder(path, size),
        about=ended.doing,
    )


def _of_a_file(path: str, size: str) -> str:
    return (
        f'load the file: picture = keras.utils.img_to_array(keras.utils.load_img("{path}", '
        f"target_size={size})), scaled as in training, and give picture[None]"
    )


def _of_a_folder(path: str, size: str) -> str:
    return (
        f'read the folder: keras.utils.image_dataset_from_directory("{path}", image_size={size}), '
        "which makes a class of every folder in it, and give what it returns"
    )


def _size_of_pictures(model: Model) -> str:
    """(height, width) that a model of pictures takes; "" for other models."""
    shape = model.inputs[0].shape if len(model.inputs) == 1 else None
    if shape is None or len(shape) != _AXES_OF_PICTURES or model.inputs[0].dtype == "string":
        return ""
    return f"({shape[1]}, {shape[2]})"


def _given_text(ended: Stop) -> str | None:
    """The first text that stands where pictures belong."""
    if said := _TEXT.search(ended.error.message):
        return said["path"]
    for data in ended.data:
        if data.sampled_at not in _AS_GIVEN:
            continue  # a path at the source, which a map may open before the model gets it
        texts = [part for part in data.sample if part.dtype == "string"]
        if texts and texts[0].path in {part.path for part in inputs_of(data)}:
            return str(next(iter(texts[0].distinct or ()), ""))
    return None


def _line(evidence: Evidence, ended: Stop) -> int:
    """Where an array was made of the path, else the call."""
    call = call_at(evidence.source, ended.line, ended.doing)
    given = call.args[0] if call is not None and call.args else None
    if isinstance(given, ast.Name):
        value = value_of(evidence.source, given.id, before=ended.line)
        if isinstance(value, ast.Call) and dotted_name(value.func).endswith(_MAKES_ARRAYS):
            return value.lineno
    return ended.line
