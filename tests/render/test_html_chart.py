"""Axes and lines of a curve."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etude.render.html.chart import Line, chart, thinned
from etude.render.html.scale import has_place, scale_of, whole_numbers


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0.0, 1.0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([0.31, 0.92], [0.2, 0.4, 0.6, 0.8, 1]),
        ([0.24, 2.1], [0, 0.5, 1, 1.5, 2, 2.5]),
        ([0.02, 250.0], [0.01, 0.1, 1, 10, 100, 1000]),
        ([0.5], [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]),
        ([], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ],
)
def test_what_is_written_at_an_axis_is_round(values: list[float], ticks: list[float]) -> None:
    assert scale_of(values).ticks == pytest.approx(ticks)


def test_values_over_orders_of_magnitude_get_a_logarithmic_axis() -> None:
    assert scale_of([0.02, 250.0]).logarithmic
    assert not scale_of([0.2, 2.5]).logarithmic
    assert not scale_of([-0.02, 250.0]).logarithmic


@given(st.lists(st.floats(allow_nan=True), min_size=1, max_size=20))
def test_every_finite_value_lies_on_its_axis(values: list[float]) -> None:
    scale = scale_of(values)

    for value in values:
        if has_place(value):
            assert -1e-6 <= scale.position(value) <= 1 + 1e-6
    assert 1 <= len(scale.ticks) <= 12


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 2), (1, 12), (11, 20), (1, 4000)])
def test_epochs_are_whole_numbers(first: int, last: int) -> None:
    ticks = whole_numbers(first, last).ticks

    assert ticks
    assert all(first <= tick <= last and tick == int(tick) for tick in ticks)


def test_a_line_is_broken_where_a_value_is_missing() -> None:
    line = Line(name="validation", kind="validation", values=[1.0, 2.0, None, 2.0, 1.0])

    drawn = chart("loss", [1, 2, 3, 4, 5], [line])

    assert drawn.paths[0].count("M") == 2
    assert len(drawn.points) == 4


def test_lines_stay_inside_the_frame() -> None:
    line = Line(name="training", kind="train", values=[3.0, 0.5, 7.25])

    drawn = chart("loss", [1, 2, 3], [line])

    for point in drawn.points:
        assert drawn.left <= point.x <= drawn.right
        assert drawn.top <= point.y <= drawn.bottom


def test_a_chart_tells_in_words_what_its_lines_do() -> None:
    lines = [
        Line(name="training", kind="train", values=[2.0, 1.0]),
        Line(name="validation", kind="validation", values=[None, 1.5]),
    ]

    told = chart("loss", [1, 2], lines).described

    assert told == "training goes from 2 to 1; validation is 1.5"


def test_thinning_keeps_few_positions_and_the_first() -> None:
    assert list(thinned(5, 10)) == [0, 1, 2, 3, 4]
    assert list(thinned(10, 5)) == [0, 2, 4, 6, 8]
