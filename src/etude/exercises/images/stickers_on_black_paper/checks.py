"""The marking scheme: what each kind of file must look like once it is read."""

from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Call, Path

SIDE = 8
WHITE = [255.0, 255.0, 255.0]
ATTEMPT = "look at all channels of this file: what does the last one say?"


def square(ink, last_row=None):
    """A square of ink on white paper; its last row may be paler."""
    rows = [[ink if 2 <= x < 6 and 2 <= y < 6 else WHITE for x in range(SIDE)] for y in range(SIDE)]
    if last_row:
        rows[5] = [last_row if 2 <= x < 6 else WHITE for x in range(SIDE)]
    return rows


def over_white(colour, share):
    return [share * part + (1 - share) * 255 for part in colour]


BLUE, RED, GREY = [30.0, 60.0, 200.0], [200.0, 30.0, 30.0], [90.0, 90.0, 90.0]
STICKERS = {
    "grey": (square(GREY), "a grey square on white"),
    "colour": (square(BLUE), "a blue square on white"),
    "palette": (square(RED), "a red square on white"),
    "grey_on_glass": (square(GREY), "a grey square on white"),
    "palette_on_glass": (square(RED), "a red square on white"),
    "colour_on_glass": (
        square(BLUE, over_white(BLUE, 127 / 255)),
        "a blue square on white, its last row half as strong",
    ),
}

CHECKS = [
    ReturnsArray(
        name=name,
        of=Call(
            function="read_picture",
            args=(Path(name=f"stickers/{name}.png"),),
            label=f"read_picture({name}.png)",
        ),
        equals=pixels,
        what=what,
        within=1.0,
        attempt=ATTEMPT,
    )
    for name, (pixels, what) in STICKERS.items()
]
