"""Counts and lists as people say them."""

from collections.abc import Sequence


def counted(count: int, thing: str, plural: str = "") -> str:
    """ "1 training", "1,200 epochs"."""
    return f"{count:,} {thing if count == 1 else plural or f'{thing}s'}"


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
