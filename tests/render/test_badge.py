"""The badge of a passed sitting."""

import io
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest
from PIL import Image
from results import CATEGORIES, result

from etude.domain.credential import Issuer
from etude.render.badge.draw import draw_badge
from etude.render.badge.layout import badge_of, can_draw
from etude.render.ring import arcs

SELF = Issuer(did="did:key:z")
SCHOOL = Issuer(did="did:key:z", name="Technical School")
GOLD = (245, 196, 99)
LONG = "Maximiliane Freifrau von Hohenfels-Wittgenstein und zu Sternberg-Waldersee the Younger"


def words(svg: bytes) -> list[str]:
    root = ElementTree.fromstring(svg.decode())
    return [element.text or "" for element in root.iter() if element.tag.endswith("text")]


def test_it_says_total_title_name_day_and_who_issued_it() -> None:
    svg = draw_badge(result(), SELF).svg

    assert words(svg) == [
        "étude", "94", "of 100", "TensorFlow Developer", "Zoë Ångström",
        "14 Mar 2026 · self-issued",
    ]  # fmt: skip


def test_a_named_issuer_stands_in_the_place_of_self_issued_and_closes_the_rim() -> None:
    alone, school = draw_badge(result(), SELF).svg, draw_badge(result(), SCHOOL).svg

    assert "14 Mar 2026 · Technical School" in words(school)
    assert b"stroke-dasharray" in alone
    assert b"stroke-dasharray" not in school


def test_the_ring_is_shared_by_weight_and_filled_by_mark() -> None:
    found = arcs(CATEGORIES)

    assert [round(arc.end - arc.start) for arc in found] == [33, 141, 177]
    shares = [(arc.filled - arc.start) / (arc.end - arc.start) for arc in found]
    assert shares == pytest.approx([1.0, 38.5 / 40, 46 / 50])


def test_one_category_is_the_whole_ring() -> None:
    (arc,) = arcs(CATEGORIES[:1])

    assert (arc.start, arc.end) == (0, 360)


@pytest.mark.parametrize(
    "categories", [(), CATEGORIES[:1], tuple(replace(one, points=0) for one in CATEGORIES)]
)
def test_any_marks_can_be_drawn(categories: tuple[object, ...]) -> None:
    made = draw_badge(result(categories=categories), SELF)

    ElementTree.fromstring(made.svg.decode())
    assert Image.open(io.BytesIO(made.png)).size == (512, 512)


def test_the_png_shows_the_same_ring() -> None:
    full = Image.open(io.BytesIO(draw_badge(result(), SELF).png)).convert("RGB")

    assert full.getpixel((256 + 154, 256 - 154)) == GOLD  # inside Images
    assert full.getpixel((230, 38)) != GOLD  # what is lost of Text, left of the top


def test_a_long_name_is_made_smaller_and_then_cut() -> None:
    (line,) = [one for one in badge_of(result(candidate=LONG), SELF).lines if "Maxim" in one.text]

    assert line.text.endswith("…")
    assert line.width <= 320
    assert line.size < 27


def test_a_name_in_letters_that_the_font_lacks_is_in_the_svg_and_not_squeezed() -> None:
    made = draw_badge(result(candidate="田中 太郎"), SELF)

    assert "田中 太郎" in words(made.svg)
    assert not re.search(r"textLength[^>]*>田中", made.svg.decode())
    assert can_draw("Zoë Ångström Łukasz Đặng Ελένη Иван ’–…·")
    assert not can_draw("田中")


def test_a_name_that_is_code_stays_text() -> None:
    svg = draw_badge(
        result(candidate="<script>x</script>&\u202e\x00", title="{{ 7 * 7 }}"), SELF
    ).svg

    assert b"<script" not in svg
    assert "{{ 7 * 7 }}" in words(svg)
    assert any(r"\u202e" in text for text in words(svg))


def test_it_never_tells_more_than_was_reached() -> None:
    assert "89" in words(draw_badge(result(total=89.99), SELF).svg)


def test_the_same_result_is_drawn_the_same() -> None:
    assert draw_badge(result(), SELF) == draw_badge(result(), SELF)
