"""What stands where on a badge; SVG and PNG are drawn from this one plan."""

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from PIL import ImageFont

from etude.domain.credential import Issuer
from etude.domain.result import Result
from etude.render.harmless import harmless
from etude.render.ring import Arc, arcs

DISC = 250.0
NIGHT, TRACK, GOLD = "#1b2240", "#46527e", "#f5c463"
WHITE, PALE = "#ffffff", "#c9d2f0"
_UNKNOWN = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A centred line; ``y`` is its baseline, ``width`` 0 where its letters cannot be measured."""

    text: str
    y: float
    size: float
    colour: str
    width: float
    heavy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """Attributes: self_issued: its rim is broken rather than whole; told: it all in words."""

    title: str
    told: str
    arcs: Sequence[Arc]
    lines: Sequence[TextLine]
    self_issued: bool


def badge_of(result: Result, issuer: Issuer) -> Badge:
    """The plan of the badge."""
    day = f"{result.finished_at.day} {result.finished_at:%b %Y}"
    total = f"{math.floor(round(result.total, 6))}"  # never more than was reached
    by = "self-issued" if issuer.self_issued else issuer.name
    lines = [
        _line("étude", y=126, size=34, colour=PALE, room=240),
        _line(total, y=252, size=132, colour=WHITE, room=320, heavy=True),
        _line("of 100", y=290, size=25, colour=PALE, room=200),
        _line(result.title, y=340, size=35, colour=GOLD, room=356),
        _line(result.candidate, y=380, size=27, colour=WHITE, room=320),
        _line(f"{day} · {by}", y=415, size=19, colour=PALE, room=238),
    ]
    return Badge(
        title=f"{result.title}: {total} of 100",
        told=f"{result.title}, {total} of 100 points, {day}, {by}",
        arcs=arcs(result.categories),
        lines=[line for line in lines if line.text],
        self_issued=issuer.self_issued,
    )


@cache
def font(size: float) -> ImageFont.FreeTypeFont:
    """The one that étude ships, so that badges look the same on every machine."""
    content = (resources.files("etude.render.badge") / "font/DejaVuSans.ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size)


def can_draw(text: str) -> bool:
    """Whether the font has every letter of it."""
    drawn = font(32)
    missing = bytes(drawn.getmask(_UNKNOWN))
    return all(bytes(drawn.getmask(letter)) != missing for letter in text if not letter.isspace())


def _line(
    text: str, *, y: float, size: float, colour: str, room: float, heavy: bool = False
) -> TextLine:
    """Smaller where it would not fit, and in the end cut."""
    shown = harmless(" ".join(text.split()))
    measured = can_draw(shown)
    fitting = size
    while fitting > size / 2 and _width(shown, fitting, measured=measured) > room:
        fitting -= 1
    while _width(shown, fitting, measured=measured) > room:
        shown = f"{shown.rstrip('…')[:-1].rstrip()}…"
    width = _width(shown, fitting, measured=True) if measured else 0.0
    return TextLine(text=shown, y=y, size=fitting, colour=colour, width=width, heavy=heavy)


def _width(text: str, size: float, *, measured: bool) -> float:
    """Letters that the font lacks are taken to be as wide as they are high."""
    return float(font(size).getlength(text)) if measured else size * len(text)
