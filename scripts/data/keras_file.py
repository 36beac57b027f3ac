"""A `.keras` file, written without TensorFlow, so that its bytes depend on its content alone."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from data.files import EPOCH, READABLE, UNIX

# The oldest Keras that has to read the file: what it knows, newer ones know too.
KERAS = "3.6.0"
FLOAT = "float32"

Shape = Sequence[int | None]


@dataclass(frozen=True)
class Layer:
    """One layer, the names of those it is called on, and its variables in Keras's order."""

    kind: str
    name: str
    config: Mapping[str, Any]
    inputs: Sequence[str]
    shape: Shape  # of its output, batch axis included
    variables: Sequence[NDArray[np.generic]] = field(default=(), repr=False)


def keras_bytes(name: str, layers: Sequence[Layer]) -> bytes:
    """
    Return a functional model whose first layer is its input and whose last is its output.

    Variables of half precision are stored as such: Keras makes float32 of them when it loads them.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_member("metadata.json"), json.dumps({"keras_version": KERAS}))
        archive.writestr(_member("config.json"), json.dumps(_model(name, layers)))
        archive.writestr(_member("model.weights.h5"), _weights(layers))
    return buffer.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = UNIX
    info.external_attr = READABLE
    return info


def _model(name: str, layers: Sequence[Layer]) -> dict[str, Any]:
    shapes = {layer.name: layer.shape for layer in layers}
    config = {
        "name": name,
        "trainable": True,
        "layers": [_layer(layer, shapes) for layer in layers],
        "input_layers": [layers[0].name, 0, 0],
        "output_layers": [layers[-1].name, 0, 0],
    }
    return {
        "module": "keras.src.models.functional",
        "class_name": "Functional",
        "config": config,
        "registered_name": "Functional",
        "build_config": {"input_shape": None},
    }


def _layer(layer: Layer, shapes: Mapping[str, Shape]) -> dict[str, Any]:
    tensors = [_tensor(name, shapes[name]) for name in layer.inputs]
    # A layer of several inputs is called on a list of them.
    arguments = [tensors] if len(tensors) > 1 else tensors
    return {
        "module": "keras.layers",
        "class_name": layer.kind,
        "config": {"name": layer.name, **layer.config},
        "registered_name": None,
        "name": layer.name,
        "inbound_nodes": [{"args": arguments, "kwargs": {}}] if tensors else [],
    }


def _tensor(name: str, shape: Shape) -> dict[str, Any]:
    config = {"shape": list(shape), "dtype": FLOAT, "keras_history": [name, 0, 0]}
    return {"class_name": "__keras_tensor__", "config": config}


def _weights(layers: Sequence[Layer]) -> bytes:
    """Return the variables as they are; Keras numbers the layers of each class."""
    buffer = io.BytesIO()
    counted: Counter[str] = Counter()
    with h5py.File(buffer, "w") as file:
        for layer in layers:
            kind = _snake_case(layer.kind)
            place = f"{kind}_{counted[kind]}" if counted[kind] else kind
            counted[kind] += 1
            for number, array in enumerate(layer.variables):
                file[f"layers/{place}/vars/{number}"] = array
    return buffer.getvalue()


def _snake_case(name: str) -> str:
    """Return DepthwiseConv2D as depthwise_conv2d, as Keras names places in the file."""
    words = re.sub("(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub("([a-z])([A-Z])", r"\1_\2", words).lower()
