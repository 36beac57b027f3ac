"""The stream of facts that a child writes while it runs.

A frame is a header (token, kind, length) and a payload. Kind ``J`` is one JSON object; kind ``A``
is the bytes of one ``.npy`` array, which the next JSON frame refers to as ``{"$npy": n}``, n
counting the arrays of the stream from zero. Frames arrive while the program runs, so a run that
is killed still leaves what was seen until then. The token is drawn per run: bytes that do not
carry it are not facts.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

SCHEMA_VERSION = 1
TOKEN_BYTES = 16
_HEADER = struct.Struct(f"<{TOKEN_BYTES}scQ")

JSON = b"J"
ARRAY = b"A"


class ForeignFrame(Exception):
    """Bytes in the stream that do not carry the run's token, or claim an impossible length."""


class TooManyFacts(ForeignFrame):
    """More payload than a run may write."""


@dataclass(frozen=True, slots=True)
class Frame:
    kind: bytes
    payload: bytes


def encode_frame(token: bytes, frame: Frame) -> bytes:
    """Header and payload in one piece."""
    return _HEADER.pack(token, frame.kind, len(frame.payload)) + frame.payload


class FrameReader:
    """Cuts a byte stream into frames; incomplete bytes wait for more.

    Args:
      token: the run's token, ``TOKEN_BYTES`` long.
      limit: largest total of payload bytes that is accepted.
      on_frame: called with each complete frame.
    """

    def __init__(self, token: bytes, *, limit: int, on_frame: Callable[[Frame], None]) -> None:
        self._token = token
        self._limit = limit
        self._on_frame = on_frame
        self._waiting = bytearray()
        self.total_bytes = 0

    def feed(self, data: bytes) -> None:
        """Takes bytes as they arrive.

        Raises:
          ForeignFrame: the stream was written by something else than the recorders.
        """
        self._waiting += data
        for frame in self._complete_frames():
            self._on_frame(frame)

    def _complete_frames(self) -> Iterator[Frame]:
        while len(self._waiting) >= _HEADER.size:
            token, kind, length = _HEADER.unpack_from(self._waiting)
            if token != self._token or kind not in (JSON, ARRAY):
                raise ForeignFrame("facts without the token of this run")
            if self.total_bytes + length > self._limit:
                raise TooManyFacts(f"more than {self._limit} bytes of facts")
            if len(self._waiting) < _HEADER.size + length:
                return
            payload = bytes(self._waiting[_HEADER.size : _HEADER.size + length])
            del self._waiting[: _HEADER.size + length]
            self.total_bytes += length
            yield Frame(kind, payload)
