"""The colours of a page can be told apart, in the light and in the dark (WCAG 2.2, level AA)."""

import re
from importlib import resources

import pytest

STYLE = (resources.files("etude.render.html") / "templates/style.css").read_text("utf-8")
# 1.4.3 asks for this much between text and what is behind it; 1.4.11 for less of graphics.
TEXT, GRAPHICS = 4.5, 3.0
ON_TEXT = [
    ("ink", "page"), ("ink", "card"), ("ink", "code"), ("ink", "mark"), ("ink", "bad-soft"),
    ("quiet", "page"), ("quiet", "card"), ("quiet", "code"), ("link", "card"),
    ("bad", "card"), ("fair", "card"), ("good", "card"), ("bad", "bad-soft"),
    ("fair", "fair-soft"), ("speed", "code"), ("bad", "page"), ("fair", "page"), ("good", "page"),
]  # fmt: skip
ON_GRAPHICS = [
    ("train", "card"), ("validation", "card"), ("rate", "card"), ("bad", "mark"), ("good", "card"),
]  # fmt: skip
ROOTS = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
THEMES = [dict(re.findall(r"--([a-z-]+): ([^;]+);", root)) for root in ROOTS]

Colour = tuple[float, float, float]


def hexadecimal(text: str) -> Colour:
    red, green, blue = (int(text[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue


def luminance(colour: Colour) -> float:
    parts = [one / 255 for one in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_text_stands_out(theme: dict[str, str]) -> None:
    for front, behind in ON_TEXT:
        found = contrast(hexadecimal(theme[front]), hexadecimal(theme[behind]))
        assert found >= TEXT, (front, behind, round(found, 2))


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_lines_stand_out(theme: dict[str, str]) -> None:
    for front, behind in ON_GRAPHICS:
        found = contrast(hexadecimal(theme[front]), hexadecimal(theme[behind]))
        assert found >= GRAPHICS, (front, behind, round(found, 2))


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
def test_counts_stand_out_from_every_shade(theme: dict[str, str]) -> None:
    shades = [float(s) for s in re.findall(r"\.shade\d \{ background: rgba\(.*?, (\.\d+)\)", STYLE)]
    card = hexadecimal(theme["card"])

    assert len(shades) == 5
    for tone in ("right", "wrong"):
        over = [float(part) for part in theme[tone].split(",")]
        for shade in shades:
            red, green, blue = (
                shade * o + (1 - shade) * c for o, c in zip(over, card, strict=True)
            )
            assert contrast(hexadecimal(theme["ink"]), (red, green, blue)) >= TEXT
