"""Plain data into the types that they stand for, from any thread.

msgspec learns a type when it is first used, and other threads find it half learned meanwhile:
reading dataclasses of dataclasses in two threads at once could end the whole process. Here a type
is learned whole, by one thread, before it is used.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_learned: set[Any] = set()
_learning = threading.RLock()


def convert(
    value: object,
    kind: type[T],
    *,
    strict: bool = True,
    dec_hook: Callable[[type, Any], Any] | None = None,
) -> T:
    """``value``, made of dicts, lists and numbers, as a ``kind``.

    Args:
      strict: whether a text that names a number is none.
      dec_hook: makes what msgspec does not know: (type, value) -> object.

    Raises:
      msgspec.ValidationError: it is something else.
    """
    return msgspec.convert(value, _whole(kind), strict=strict, dec_hook=dec_hook)


def from_json(data: bytes | str, kind: type[T]) -> T:
    """What the JSON says.

    Raises:
      msgspec.DecodeError: it is no JSON, or something else.
    """
    return msgspec.json.decode(data, type=_whole(kind))


def from_msgpack(data: bytes, kind: type[T]) -> T:
    """What the MessagePack says.

    Raises:
      msgspec.DecodeError: it is no MessagePack, or something else.
    """
    return msgspec.msgpack.decode(data, type=_whole(kind))


def _whole(kind: type[T]) -> type[T]:
    if kind not in _learned:
        with _learning:
            msgspec.json.Decoder(kind)
            _learned.add(kind)
    return kind
