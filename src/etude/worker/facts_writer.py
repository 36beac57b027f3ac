"""Writes facts into the pipe that leads out of the sandbox."""

import io
import math
import os
import sys
import threading
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy

from etude.domain.frames import ARRAY, JSON, Frame, encode_frame


class FactsWriter:
    """Emits frames with the run's token; arrays travel beside the JSON as ``.npy``.

    Args:
      fd: the write end of the facts pipe.
      token: the run's token.
    """

    def __init__(self, fd: int, token: bytes) -> None:
        self._fd = fd
        self._token = token
        self._arrays = 0
        self._turn = threading.Lock()
        self._written: list[dict[str, Any]] = []

    def emit(self, kind: str, **fields: Any) -> None:
        """Writes one JSON frame ``{"kind": kind, **fields}``, its arrays first.

        Raises:
          TypeError: a field holds something that is neither plain data nor an array of numbers.
        """
        with self._turn:
            arrays: list[bytes] = []
            plain = self._plain({"kind": kind, **fields}, arrays)
            frames = [Frame(ARRAY, payload) for payload in arrays]
            frames.append(Frame(JSON, msgspec.json.encode(plain)))
            self._write(b"".join(encode_frame(self._token, frame) for frame in frames))
            self._arrays += len(arrays)
            self._written.append({"kind": kind, **fields})

    def written(self, kind: str) -> Sequence[Mapping[str, Any]]:
        """Frames of this kind so far, as they were emitted."""
        return [frame for frame in self._written if frame["kind"] == kind]

    def _plain(self, value: Any, arrays: list[bytes]) -> Any:
        if isinstance(value, numpy.ndarray):
            arrays.append(_npy(value))
            return {"$npy": self._arrays + len(arrays) - 1}
        if isinstance(value, numpy.generic):
            value = value.item()
        if isinstance(value, float) and not math.isfinite(value):
            return {"$float": str(value)}  # JSON has no NaN and no infinity
        if isinstance(value, Mapping):
            return {str(key): self._plain(item, arrays) for key, item in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._plain(item, arrays) for item in value]
        if isinstance(value, str):
            return value.encode("utf-8", "replace").decode("utf-8")  # lone surrogates are no text
        if value is None or isinstance(value, int | float | bool):
            return value
        raise TypeError(f"expected plain data or an array as a fact, got {type(value).__name__}")

    def _write(self, data: bytes) -> None:
        waiting = memoryview(data)
        while waiting:
            waiting = waiting[os.write(self._fd, waiting) :]


class LateFacts(FactsWriter):
    """Facts for recorders that are installed before there is a run to tell them of."""

    def __init__(self) -> None:
        super().__init__(-1, b"")
        self._real: FactsWriter | None = None

    def begin(self, real: FactsWriter) -> None:
        """From now on everything goes there; what came before is forgotten."""
        self._real = real

    def emit(self, kind: str, **fields: Any) -> None:
        if self._real is not None:
            self._real.emit(kind, **fields)

    def written(self, kind: str) -> Sequence[Mapping[str, Any]]:
        return self._real.written(kind) if self._real is not None else ()


def inherited_writer(argument: str) -> int:
    """The facts pipe, as told on the command line: a descriptor, on Windows a handle."""
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(int(argument), os.O_WRONLY)
    return int(argument)


def _npy(array: "numpy.ndarray[Any, Any]") -> bytes:
    if array.dtype.hasobject:
        raise TypeError("expected an array of numbers, got one of Python objects")
    buffer = io.BytesIO()
    numpy.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
