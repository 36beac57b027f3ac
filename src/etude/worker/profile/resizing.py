"""Resizes and JPEG decoding inside a mapped function, and the same function with less of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from etude.worker.profile.mapped import MappedFunction

_RESIZES = frozenset({
    *("ResizeBilinear", "ResizeBicubic", "ResizeArea", "ResizeNearestNeighbor"),
})  # fmt: skip
# They treat every pixel alike, so they give as much sense on a picture of another size.
_SIZE_NEUTRAL = frozenset({
    *("Identity", "Cast", "ExpandDims", "Squeeze", "Mul", "RealDiv", "Div", "Sub", "AddV2", "Add"),
    *("Maximum", "Minimum", "ClipByValue", "Round", "Neg", "StopGradient", "EnsureShape"),
})  # fmt: skip
_RATIOS = (8, 4, 2)  # those that libjpeg knows, the fastest first


@dataclass(frozen=True, slots=True)
class Size:
    """Height and width in pixels."""

    height: int
    width: int

    def __str__(self) -> str:
        return f"{self.height} x {self.width}"


@dataclass(frozen=True, slots=True, eq=False)
class PicturePath:
    """What happens to one picture on its way to its last resize.

    Attributes:
      decode: the DecodeJpeg node, None when the picture comes from elsewhere.
      resizes: the resize nodes in order, at least one, with nothing but size-neutral ops between.
      size: what the last one gives.
    """

    decode: Any
    resizes: tuple[Any, ...]
    size: Size

    @property
    def result(self) -> str:
        """The tensor that the last resize gives."""
        return str(self.resizes[-1].outputs[0].name)


def picture_path(function: MappedFunction) -> PicturePath | None:
    """The way of the picture that is resized last; None when none is, or to a size not fixed."""
    graph = tf.Graph()
    with graph.as_default():
        tf.graph_util.import_graph_def(function.graph_def, name="")
    operations = graph.get_operations()
    last = next((one for one in reversed(operations) if one.type in _RESIZES), None)
    size = _size_of(last) if last is not None else None
    if size is None:
        return None
    above = list(_way_up(last))
    resizes = [last, *(one for one in above if one.type in _RESIZES and _size_of(one))]
    decode = next((one for one in above if one.type == "DecodeJpeg"), None)
    return PicturePath(decode, tuple(reversed(resizes)), size)


def resized_once(function: MappedFunction, path: PicturePath) -> MappedFunction:
    """The first resize goes straight to the last size; to those after it nothing is left to do."""
    changed = _copy(function.graph_def)
    first = _node(changed, path.resizes[0].name)
    wanted = np.array([path.size.height, path.size.width], "int32")
    constant = changed.node.add(name=f"{first.name}/size_of_the_last", op="Const")
    constant.attr["dtype"].type = tf.int32.as_datatype_enum
    constant.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(wanted))
    first.input[1] = constant.name
    return function.with_graph(changed)


def decoded_smaller(function: MappedFunction, path: PicturePath, ratio: int) -> MappedFunction:
    """The picture is decoded at a fraction of its size."""
    changed = _copy(function.graph_def)
    _node(changed, path.decode.name).attr["ratio"].i = ratio
    return function.with_graph(changed)


def largest_ratio(picture: Size, wanted: Size) -> int:
    """The largest ratio at which a decoded picture still covers the wanted size, 1 for none."""
    return next((ratio for ratio in _RATIOS if _covers(picture, wanted, ratio)), 1)


def smallest_picture(function: MappedFunction, path: PicturePath, source: Any) -> Size:
    """The smallest height and width among these pictures, read from their headers.

    Raises:
      tf.errors.OpError: one of them is no JPEG.
    """
    files = function.giving(path.decode.inputs[0].name).on(source)
    shapes = [tf.io.extract_jpeg_shape(contents).numpy() for (contents,) in files]
    return Size(min(int(one[0]) for one in shapes), min(int(one[1]) for one in shapes))


def _covers(picture: Size, wanted: Size, ratio: int) -> bool:
    """The decoder rounds up."""
    return -(-picture.height // ratio) >= wanted.height and (
        -(-picture.width // ratio) >= wanted.width
    )


def _way_up(operation: Any) -> Iterator[Any]:
    """Operations above, as long as each only changes pixels one by one, or resizes."""
    while operation is not None:
        operation = _from(operation)
        if operation is None or operation.type == "DecodeJpeg":
            break
        if operation.type not in _SIZE_NEUTRAL | _RESIZES:
            return
        yield operation
    if operation is not None:
        yield operation


def _from(operation: Any) -> Any:
    """Where the picture comes from: the one input that is no constant; None when unclear."""
    inputs = [tensor.op for tensor in operation.inputs]
    varying = inputs[:1] if operation.type in _RESIZES else _not_constant(inputs)
    return varying[0] if len(varying) == 1 else None


def _not_constant(operations: list[Any]) -> list[Any]:
    return [one for one in operations if one.type != "Const"]


def _size_of(resize: Any) -> Size | None:
    value = tf.get_static_value(resize.inputs[1])
    return None if value is None else Size(int(value[0]), int(value[1]))


def _copy(graph_def: Any) -> Any:
    changed = tf.compat.v1.GraphDef()
    changed.CopyFrom(graph_def)
    return changed


def _node(graph_def: Any, name: str) -> Any:
    return next(node for node in graph_def.node if node.name == name)
