"""Marks as a ring: a piece for each category, filled as far as it was reached."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.result import CategoryMark

SIDE = 512
CENTRE = SIDE / 2
RING, RING_WIDTH = 218.0, 26.0
_GAP = 3.0  # degrees between two categories


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """One category on the ring: as long as its weight, filled as far as its mark.

    Degrees, clockwise from the top.
    """

    start: float
    end: float
    filled: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnArc:
    """Attributes: track, filled: paths in SVG's own notation, "" for nothing."""

    track: str
    filled: str


def arcs(categories: Sequence[CategoryMark]) -> list[Arc]:
    """The whole ring shared by weight."""
    weights = sum(one.of for one in categories)
    gap = _GAP if len(categories) > 1 else 0.0
    found, at = [], 0.0
    for one in categories:
        length = 360.0 * one.of / weights if weights else 0.0
        start, end = at + gap / 2, at + length - gap / 2
        share = min(1.0, max(0.0, one.share))
        found.append(Arc(start=start, end=end, filled=start + (end - start) * share))
        at += length
    return found


def drawn(arcs: Sequence[Arc]) -> list[DrawnArc]:
    """The ring, piece by piece."""
    return [DrawnArc(track=path(a.start, a.end), filled=_filled(a)) for a in arcs]


def path(start: float, end: float) -> str:
    """An arc of the ring; the whole ring is drawn as two halves."""
    if end - start >= 359.99:
        return f"{path(start, start + 180)} {path(start + 180, end - 0.001)}"
    (x0, y0), (x1, y1) = _at(start), _at(end)
    large = int(end - start > 180)
    return f"M{x0:.2f} {y0:.2f}A{RING:g} {RING:g} 0 {large} 1 {x1:.2f} {y1:.2f}"


def _filled(arc: Arc) -> str:
    return path(arc.start, arc.filled) if arc.filled - arc.start > 0.01 else ""


def _at(degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return CENTRE + RING * math.sin(angle), CENTRE - RING * math.cos(angle)
