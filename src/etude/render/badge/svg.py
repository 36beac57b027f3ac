"""The badge as SVG."""

import math
from dataclasses import dataclass

from etude.render.badge.layout import CENTRE, DISC, RING, RING_WIDTH, SIDE, Arc, Badge
from etude.render.html.environment import environment


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawn:
    """Attributes: track, filled: paths in SVG's own notation, "" for nothing."""

    track: str
    filled: str


def badge_svg(badge: Badge) -> bytes:
    """A file that needs nothing else."""
    drawn = [_Drawn(track=path(a.start, a.end), filled=_filled(a)) for a in badge.arcs]
    text = (
        environment()
        .get_template("badge.svg.j2")
        .render(badge=badge, arcs=drawn, side=SIDE, centre=CENTRE, disc=DISC, ring_width=RING_WIDTH)
    )
    return text.encode()


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
