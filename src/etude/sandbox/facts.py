"""Turns the stream of frames that a run writes into plain facts."""

import io
import math
from collections.abc import Mapping
from typing import Any

import msgspec

from etude.domain.frames import ARRAY, ForeignFrame, Frame, FrameReader
from etude.sandbox.port import OnFrame

_NUMERIC_KINDS = frozenset("biufcSUV")


class FactsCollector:
    """Decodes frames as they arrive; nothing in them is trusted to be well formed.

    Args:
      token: the run's token.
      limit: most payload bytes that are accepted.
      on_frame: called with each decoded frame.
    """

    def __init__(self, token: bytes, *, limit: int, on_frame: OnFrame | None = None) -> None:
        self._reader = FrameReader(token, limit=limit, on_frame=self._take)
        self._on_frame = on_frame
        self._arrays: list[Any] = []
        self.frames: list[Mapping[str, Any]] = []

    def feed(self, data: bytes) -> None:
        """Takes bytes as they arrive.

        Raises:
          ForeignFrame: they are not what étude's recorders write.
        """
        self._reader.feed(data)

    def _take(self, frame: Frame) -> None:
        if frame.kind == ARRAY:
            self._arrays.append(decode_array(frame.payload))
            return
        fact = self._restored(_decode_json(frame.payload))
        if not isinstance(fact, dict) or not isinstance(fact.get("kind"), str):
            raise ForeignFrame("a fact without a kind")
        self.frames.append(fact)
        if self._on_frame is not None:
            self._on_frame(fact)

    def _restored(self, value: Any) -> Any:
        """``value`` with references replaced by arrays, and named floats by floats."""
        if isinstance(value, list):
            return [self._restored(item) for item in value]
        if not isinstance(value, dict):
            return value
        if value.keys() == {"$npy"}:
            return self._array(value["$npy"])
        if value.keys() == {"$float"}:
            return _special_float(value["$float"])
        return {key: self._restored(item) for key, item in value.items()}

    def _array(self, number: object) -> Any:
        if not isinstance(number, int) or not 0 <= number < len(self._arrays):
            raise ForeignFrame(f"a fact refers to an array that did not come: {number!r}")
        return self._arrays[number]


def _decode_json(payload: bytes) -> Any:
    try:
        return msgspec.json.decode(payload)
    except (msgspec.DecodeError, RecursionError) as error:
        raise ForeignFrame(f"a fact that is not JSON: {error}") from error


def _special_float(name: object) -> float:
    if name not in ("nan", "inf", "-inf"):
        raise ForeignFrame(f"a number that is none: {name!r}")
    return {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}[str(name)]


def decode_array(payload: bytes) -> Any:
    """The array of a ``.npy`` file whose header claims exactly the bytes that are there.

    Raises:
      ForeignFrame: the header is wrong, asks for Python objects, or lies about the size.
    """
    # Imported late: importing étude's sandbox stays cheap.
    import numpy

    file = io.BytesIO(payload)
    try:
        shape, by_columns, dtype = _read_header(file)
    except (ValueError, TypeError, SyntaxError, RecursionError) as error:
        raise ForeignFrame(f"an array with a broken header: {error}") from error
    data = payload[file.tell() :]
    if dtype.hasobject or dtype.kind not in _NUMERIC_KINDS:
        raise ForeignFrame(f"an array of {dtype}, which étude does not read")
    if any(size < 0 for size in shape) or math.prod(shape) * dtype.itemsize != len(data):
        raise ForeignFrame(f"an array whose header claims {shape} of {dtype}, in {len(data)} bytes")
    if dtype.itemsize == 0:
        return numpy.zeros(shape, dtype)
    flat = numpy.frombuffer(data, dtype)
    return flat.reshape(shape[::-1]).T if by_columns else flat.reshape(shape)


def _read_header(file: io.BytesIO) -> tuple[tuple[int, ...], bool, Any]:
    from numpy.lib import format as npy

    version = npy.read_magic(file)
    readers = {(1, 0): npy.read_array_header_1_0, (2, 0): npy.read_array_header_2_0}
    if version not in readers:
        raise ValueError(f"version {version}")
    shape, by_columns, dtype = readers[version](file)
    return shape, by_columns, dtype
