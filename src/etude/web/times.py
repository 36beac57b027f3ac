"""Times as a person at this machine reads them."""

from datetime import datetime


def moment(at: datetime) -> str:
    """ "2026-05-04 14:05", in the zone of this machine."""
    return at.astimezone().strftime("%Y-%m-%d %H:%M")


def day(at: datetime) -> str:
    """ "2026-05-04", in the zone of this machine."""
    return at.astimezone().strftime("%Y-%m-%d")
