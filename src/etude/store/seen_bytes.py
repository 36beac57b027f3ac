"""What there was to see of a run, as bytes in a database."""

import zlib

import msgspec

from etude.domain.seen import Seen

# Some tens of kilobytes are usual; what is beyond this is no training that a person looks at.
_MOST_BYTES = 2_000_000


def packed(seen: Seen) -> bytes | None:
    """Compressed MessagePack, which knows NaN and bytes; None for what is too large to be kept."""
    try:
        data = zlib.compress(msgspec.msgpack.encode(seen))
    except (TypeError, OverflowError):  # a program wrote facts of its own
        return None
    return data if len(data) <= _MOST_BYTES else None


def unpacked(data: bytes) -> Seen | None:
    """None when another version of étude wrote something else."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(data), type=Seen)
    except (zlib.error, msgspec.ValidationError, msgspec.DecodeError):
        return None
