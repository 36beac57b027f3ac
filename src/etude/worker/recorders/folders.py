"""Data sets read from folders of classes: which number each class got, and which half was read."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.faces import faces_of
from etude.worker.recorders.harmless import harmless

_READERS = ("image_dataset_from_directory", "text_dataset_from_directory")
_KEPT = ("subset", "validation_split", "seed", "shuffle", "label_mode", "batch_size")
_MOST_CALLS = 100


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps the readers; a recorded call tells ``class_names`` in the order of their numbers.

    It also tells the arguments that decide about the split, as far as they are plain.
    """
    for name in _READERS:
        wrapped = _noting_classes(name, getattr(keras.utils, name), files, facts)
        for module in faces_of("utils", "preprocessing"):
            if hasattr(module, name):
                setattr(module, name, wrapped)


def _noting_classes(
    name: str, original: Callable[..., Any], files: LearnerFiles, facts: FactsWriter
) -> Callable[..., Any]:
    count = 0
    signature = inspect.signature(original)

    @functools.wraps(original)
    def read(directory: Any, *args: Any, **kwargs: Any) -> Any:
        nonlocal count
        result = original(directory, *args, **kwargs)
        count += 1
        if count <= _MOST_CALLS:
            with harmless(facts, "folders"):
                seen = {"directory": str(directory), "class_names": _classes(result)}
                seen |= _plain_arguments(signature, directory, args, kwargs)
                call = observations.Call(name=name, line=files.line(), arguments=seen)
                facts.emit("call", **asdict(call))
        return result

    return read


def _plain_arguments(signature: inspect.Signature, *given: Any) -> dict[str, Any]:
    directory, args, kwargs = given
    bound = signature.bind(directory, *args, **kwargs)
    bound.apply_defaults()
    named = {name: bound.arguments.get(name) for name in _KEPT}
    return {key: one for key, one in named.items() if isinstance(one, bool | int | float | str)}


def _classes(result: Any) -> list[str]:
    """Of a data set, or of the first of a pair (``subset="both"``)."""
    one = result[0] if isinstance(result, list | tuple) else result
    return [str(name) for name in getattr(one, "class_names", None) or ()]
