"""What a saved model tells of itself, whichever format it is in, without running its code."""

import os
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import h5py
import tensorflow as tf

from etude.worker.lite_models import ENDING, open_lite_model
from etude.worker.models import describe_model
from etude.worker.saved_models import open_saved_model

_MOST_WEIGHTS = 2000
_LONGEST_CONFIG = 16 << 20


def describe_saved(path: str) -> dict[str, Any]:
    """As ``etude.checks.live.Live.describe_saved`` has it.

    Raises:
      LearnerError: a .keras or .tflite file cannot be opened.
    """
    if os.path.isdir(path):
        return {"signatures": _signatures(path)}
    if path.endswith(".keras"):
        return {"model": asdict(describe_model(open_saved_model(path)))}
    if path.endswith(ENDING):
        return {"lite": open_lite_model(path).describe()}
    with h5py.File(path, "r") as file:
        told = {"config": _text(file, "model_config"), "training": _text(file, "training_config")}
        return {key: text for key, text in told.items() if text} | {"weights": dict(_weights(file))}


def _text(file: Any, name: str) -> str:
    value = file.attrs.get(name, "")
    text = value.decode() if isinstance(value, bytes) else str(value)
    return text if len(text) <= _LONGEST_CONFIG else ""


def _weights(group: Any, prefix: str = "") -> Iterator[tuple[str, list[int]]]:
    """Name -> shape of every array, as deep as they lie."""
    for name in list(group)[:_MOST_WEIGHTS]:
        item = group[name]
        if isinstance(item, h5py.Group):
            yield from _weights(item, f"{prefix}{name}/")
        else:
            yield f"{prefix}{name}", [int(size) for size in item.shape]


def _signatures(path: str) -> dict[str, Any]:
    """Name -> inputs and outputs; a SavedModel holds graphs, which are read and not called."""
    loaded = tf.saved_model.load(path)
    return {
        name: {
            "inputs": _specs(function.structured_input_signature[1]),
            "outputs": _specs(function.structured_outputs),
        }
        for name, function in loaded.signatures.items()
    }


def _specs(tensors: Any) -> dict[str, str]:
    """Name -> "float32 (None, 28, 28)"."""
    return {name: f"{spec.dtype.name} {_shape(spec)}" for name, spec in dict(tensors).items()}


def _shape(spec: Any) -> str:
    return str(tuple(spec.shape)) if spec.shape.rank is not None else "of any shape"
