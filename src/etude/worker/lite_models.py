"""Opens a LiteRT model, a ``.tflite`` file that learner code has made, and asks it.

The file is a program for an interpreter written in C++. It is opened in a clean child alone, whose
limits stop what a hostile file makes of it: a crash there is told as the file's, not as ours.
"""

import os
import warnings
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain.error import Error
from etude.worker.errors import LearnerError

ENDING = ".tflite"
# Far more than any exercise asks for; the file is held in memory as a whole.
_LARGEST = 32 << 20
# Bytes 4 to 8 of every such file.
_IDENTIFIER = b"TFL3"
_LONGEST = 300


class LiteModel:
    """A LiteRT model as a function of batches: real numbers in, real numbers out.

    What a fully quantised file gives as integers is translated by its own scale and zero point, so
    that it is judged like any other model; so is what it takes, but for bytes: they are handed over
    as they are stored, which is what a device does with the pixels of its camera.
    """

    # What is in the file are constants; nothing of them is a Keras variable.
    weights: Sequence[Any] = ()

    def __init__(self, content: bytes) -> None:
        self._interpreter = _interpreter(content)
        self._interpreter.allocate_tensors()
        self._inputs = self._interpreter.get_input_details()
        self._outputs = self._interpreter.get_output_details()

    def __call__(self, batch: Any, training: bool = False) -> Any:
        """Outputs (N, ...) for inputs (N, ...); a list when the file gives several.

        Args:
          batch: what a device would hand over one by one, since that is what such files are for.
        """
        if len(self._inputs) != 1:
            raise ValueError(f"it takes {len(self._inputs)} inputs, one was expected")
        rows = [self._ask(row) for row in np.asarray(batch)]
        gathered = [np.stack(column) for column in zip(*rows, strict=True)]
        return gathered[0] if len(gathered) == 1 else gathered

    def describe(self) -> dict[str, Any]:
        """Inputs and outputs, the names of its operators, and how many tensors have which type."""
        operators = [str(one["op_name"]) for one in self._interpreter._get_ops_details()]
        types = Counter(_type(one) for one in self._interpreter.get_tensor_details())
        return {
            "inputs": [_described(one) for one in self._inputs],
            "outputs": [_described(one) for one in self._outputs],
            "operators": sorted(set(operators)),
            "types": dict(sorted(types.items())),
        }

    def _ask(self, row: Any) -> list[Any]:
        """All outputs for one example."""
        wanted = self._inputs[0]
        shape = tuple(int(size) for size in wanted["shape"])
        if shape != (1, *row.shape):
            raise ValueError(f"it takes an array of shape {shape}, and was given {(1, *row.shape)}")
        self._interpreter.set_tensor(wanted["index"], _as_stored(row[np.newaxis], wanted))
        self._interpreter.invoke()
        return [_as_real(self._interpreter.get_tensor(o["index"])[0], o) for o in self._outputs]


def open_lite_model(path: str) -> LiteModel:
    """The model in a file.

    Raises:
      LearnerError: it is no LiteRT model, or one that the interpreter does not take.
    """
    size = os.path.getsize(path)
    if size > _LARGEST:
        raise _refused(path, f"has {size:,} bytes; étude opens at most {_LARGEST:,}")
    with open(path, "rb") as file:
        content = file.read()
    if content[4:8] != _IDENTIFIER:
        raise _refused(
            path,
            "is no LiteRT model; write the bytes that converter.convert() returns, as they are",
        )
    try:
        return LiteModel(content)
    except (ValueError, RuntimeError) as error:
        said = str(error).strip().partition("\n")[0][:_LONGEST]
        raise _refused(path, f"is not taken by the LiteRT interpreter: {said}") from error


def _interpreter(content: bytes) -> Any:
    """TensorFlow's own as long as it has one; the package that follows it has the same names."""
    if hasattr(tf.lite, "Interpreter"):
        with warnings.catch_warnings():  # it names its successor at every start
            warnings.simplefilter("ignore")
            return tf.lite.Interpreter(model_content=content, num_threads=1)
    from ai_edge_litert.interpreter import Interpreter

    return Interpreter(model_content=content, num_threads=1)


def _as_stored(values: Any, tensor: Any) -> Any:
    """Numbers as the type of a tensor; unless they are bytes, by its scale and zero point."""
    kind = np.dtype(tensor["dtype"])
    if kind.kind not in "iu":
        return values.astype(kind)
    scale, zero = (1.0, 0) if kind == np.uint8 else tensor["quantization"]
    limits, scale = np.iinfo(kind), scale or 1.0
    return np.clip(np.round(values / scale) + zero, limits.min, limits.max).astype(kind)


def _as_real(values: Any, tensor: Any) -> Any:
    scale, zero = tensor["quantization"]
    if not scale or values.dtype.kind not in "iu":
        return values
    return ((values.astype(np.float32) - zero) * scale).astype(np.float32)


def _described(tensor: Any) -> dict[str, Any]:
    """Name, type and shape, None for a free axis, and the range that a quantised tensor holds."""
    told: dict[str, Any] = {
        "name": str(tensor["name"]),
        "dtype": _type(tensor),
        "shape": [None if size < 0 else int(size) for size in tensor["shape_signature"]],
    }
    scale, zero = tensor["quantization"]
    if scale and told["dtype"] in ("int8", "uint8"):
        limits = np.iinfo(told["dtype"])
        told["holds"] = [float((limit - zero) * scale) for limit in (limits.min, limits.max)]
    return told


def _type(tensor: Any) -> str:
    return str(np.dtype(tensor["dtype"]).name)


def _refused(path: str, why: str) -> LearnerError:
    return LearnerError(Error(type="ValueError", message=f"{path} {why}"))
