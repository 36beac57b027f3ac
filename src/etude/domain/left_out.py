"""What other packages install and étude cannot use: it is left out, and the person told once."""

from collections.abc import Sequence

# For the whole process, as are the lists that are read once and leave something out.
_told: list[str] = []


def leave_out(what: str) -> None:
    """Notes one sentence about something that cannot be used."""
    if what not in _told:
        _told.append(what)


def told() -> Sequence[str]:
    """The sentences noted so far."""
    return tuple(_told)


def forget() -> None:
    """For tests, which read the lists anew."""
    _told.clear()
