"""Data read from folders or tables: which number each class got, and which part was read.

Also of arrays that an ``ImageDataGenerator`` is to change: how their pixels lie.
"""

import functools
import inspect
import os
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.listed_labels import ListedLabels
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.keras_modules import put_in_place

ImageDataGenerator = tf.keras.preprocessing.image.ImageDataGenerator
_READERS = ("image_dataset_from_directory", "text_dataset_from_directory")
# Methods of ImageDataGenerator; what they give knows how many pictures were found.
_FLOWS = ("flow_from_directory", "flow_from_dataframe")
_FLOW_OF_ARRAYS = "flow"
_LOOKED_AT = 64  # pictures of an array
_KEPT = ("subset", "validation_split", "seed", "shuffle", "label_mode", "batch_size")
_MOST_CALLS = 100


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps the readers; a recorded call tells ``class_names`` in the order of their numbers.

    It also tells the arguments that decide about the split, as far as they are plain.
    """
    labels = ListedLabels(files)
    for name in _READERS:
        reader = _watching_labels(getattr(keras.utils, name), labels, facts, files)
        describe = functools.partial(_classes_read, labels=labels)
        wrapped = _noting(name, reader, describe, files, facts)
        put_in_place(name, wrapped, "utils", "preprocessing")
    described = {**dict.fromkeys(_FLOWS, _pictures_found), _FLOW_OF_ARRAYS: _pictures_given}
    for name, of_flow in described.items():
        flow = getattr(ImageDataGenerator, name)
        setattr(ImageDataGenerator, name, _noting(name, flow, of_flow, files, facts))


def _noting(
    name: str,
    original: Callable[..., Any],
    describe: Callable[[Any, inspect.BoundArguments], dict[str, Any]],
    files: LearnerFiles,
    facts: FactsWriter,
) -> Callable[..., Any]:
    """The reader, whose first calls are recorded by what it gave and was given."""
    count = 0
    signature = inspect.signature(original)

    @functools.wraps(original)
    def read(*args: Any, **kwargs: Any) -> Any:
        nonlocal count
        result = original(*args, **kwargs)
        count += 1
        if count <= _MOST_CALLS:
            with harmless(facts, "folders"):
                bound = signature.bind(*args, **kwargs)
                bound.apply_defaults()
                seen = describe(result, bound)
                call = observations.Call(name=name, line=files.line(), arguments=seen)
                facts.emit("call", **asdict(call))
        return result

    return read


def _watching_labels(
    original: Callable[..., Any], labels: ListedLabels, facts: FactsWriter, files: LearnerFiles
) -> Callable[..., Any]:
    """The reader, before which labels given as a list are looked at."""
    signature = inspect.signature(original)

    @functools.wraps(original)
    def read(*args: Any, **kwargs: Any) -> Any:
        seen: dict[str, Any] = {}
        listed: Any = None
        with harmless(facts, "folders"):
            bound = signature.bind(*args, **kwargs)
            listed = bound.arguments.get("labels")
            seen = labels.look(listed, str(bound.arguments["directory"]))
            before = list(listed) if seen else []
        result = original(*args, **kwargs)
        with harmless(facts, "folders"):
            if seen:
                labels.read(listed, before, files.line())
        return result

    return read


def _classes_read(
    result: Any, given: inspect.BoundArguments, *, labels: ListedLabels
) -> dict[str, Any]:
    plain = {key: given.arguments.get(key) for key in _KEPT}
    return {
        "directory": str(given.arguments["directory"]),
        "class_names": _classes(result),
        "listed_labels": labels.seen,
        **{key: one for key, one in plain.items() if isinstance(one, bool | int | float | str)},
    }


def _pictures_found(result: Any, given: inspect.BoundArguments) -> dict[str, Any]:
    return {
        "directory": str(result.directory),
        "class_names": [str(one) for one in getattr(result, "class_indices", ())],
        "samples": int(result.samples),
        "asked": _first_name(given),
        "lies_there": _first_file(str(result.directory)),
    }


def _pictures_given(result: Any, given: inspect.BoundArguments) -> dict[str, Any]:
    pixels = np.asarray(result.x[:_LOOKED_AT])
    brightness = given.arguments["self"].brightness_range
    return {
        "low": float(pixels.min()),
        "high": float(pixels.max()),
        "brightness_range": [float(one) for one in brightness or ()],
    }


def _first_name(given: inspect.BoundArguments) -> str:
    """The first file that a table names; "" where there is no table."""
    table = given.arguments.get("dataframe")
    if table is None or not len(table):
        return ""
    return str(table[given.arguments["x_col"]].iloc[0])


def _first_file(directory: str) -> str:
    """A file directly in the folder; "" when there are folders alone."""
    with os.scandir(directory or os.curdir) as entries:
        return min((one.name for one in entries if one.is_file()), default="")


def _classes(result: Any) -> list[str]:
    return [str(name) for name in getattr(_first(result), "class_names", None) or ()]


def _first(result: Any) -> Any:
    """A data set, of a pair (``subset="both"``) the first."""
    return result[0] if isinstance(result, list | tuple) else result
