"""The badge as PNG, with the font that étude ships."""

import io
import math

from PIL import Image, ImageDraw

from etude.render.badge.layout import DISC, GOLD, NIGHT, TRACK, Badge, TextLine, can_draw, font
from etude.render.ring import CENTRE, RING, RING_WIDTH, SIDE

# Drawn larger and brought down, which smooths its edges.
_TIMES = 3
_DASH, _SPACE, _RIM = 10.0, 9.0, 4.0


def badge_png(badge: Badge) -> bytes:
    """512 x 512 pixels; a name in letters that the font lacks is left out of the picture."""
    picture = Image.new("RGBA", (SIDE * _TIMES, SIDE * _TIMES), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse(_box(DISC), fill=NIGHT)
    _rim(draw, broken=badge.self_issued)
    for arc in badge.arcs:
        _arc(draw, arc.start, arc.end, TRACK)
        if arc.filled > arc.start:
            _arc(draw, arc.start, arc.filled, GOLD)
    for line in badge.lines:
        if can_draw(line.text):
            _text(draw, line)
    content = io.BytesIO()
    small = picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    small.save(content, "PNG", optimize=True)
    return content.getvalue()


def _rim(draw: ImageDraw.ImageDraw, *, broken: bool) -> None:
    radius = DISC - 5 + _RIM / 2
    if not broken:
        draw.ellipse(_box(radius), outline=GOLD, width=round(_RIM * _TIMES))
        return
    around = 2 * math.pi * (DISC - 5)
    count = round(around / (_DASH + _SPACE))
    step, dash = 360 / count, 360 * _DASH / around
    for number in range(count):
        start = number * step
        draw.arc(_box(radius), start, start + dash, fill=GOLD, width=round(_RIM * _TIMES))


def _arc(draw: ImageDraw.ImageDraw, start: float, end: float, colour: str) -> None:
    """Pillow counts degrees from the right, and widths inwards."""
    outer = RING + RING_WIDTH / 2
    draw.arc(_box(outer), start - 90, end - 90, fill=colour, width=round(RING_WIDTH * _TIMES))


def _text(draw: ImageDraw.ImageDraw, line: TextLine) -> None:
    draw.text(
        (CENTRE * _TIMES, line.y * _TIMES),
        line.text,
        font=font(line.size * _TIMES),
        fill=line.colour,
        anchor="ms",
        stroke_width=2 * _TIMES if line.heavy else 0,
    )


def _box(radius: float) -> tuple[float, float, float, float]:
    low, high = (CENTRE - radius) * _TIMES, (CENTRE + radius) * _TIMES
    return low, low, high, high
