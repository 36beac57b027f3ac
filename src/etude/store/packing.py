"""Records of a run as bytes: what there was to see of it, or a whole visit to the doctor."""

import zlib
from typing import TypeVar

import msgspec

from etude import decoding

T = TypeVar("T")
# Some tens of kilobytes are usual; what is beyond this is no training that a person looks at.
_MOST_BYTES = 2_000_000


def packed(record: object) -> bytes | None:
    """Compressed MessagePack, which knows NaN and bytes; None for what is too large to be kept."""
    try:
        data = zlib.compress(msgspec.msgpack.encode(record))
    except (TypeError, OverflowError):  # a program wrote facts of its own
        return None
    return data if len(data) <= _MOST_BYTES else None


def unpacked(data: bytes, kind: type[T]) -> T | None:
    """None when another version of étude wrote something else."""
    try:
        return decoding.from_msgpack(zlib.decompress(data), kind)
    except (zlib.error, msgspec.ValidationError, msgspec.DecodeError):
        return None
