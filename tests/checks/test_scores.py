"""Scores say how good outputs are, and when one is better than another beyond chance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etude.checks.scores import Metric, decisions, score, score_moved

LABELS = np.array([0, 1, 2, 1])


def test_the_largest_of_several_outputs_decides_and_one_output_by_a_half() -> None:
    assert decisions(np.array([[0.1, 0.7, 0.2], [5.0, -1.0, 2.0]])).tolist() == [1, 0]
    assert decisions(np.array([[0.4], [0.6]])).tolist() == [0, 1]
    assert decisions(np.array([0.4, 0.6])).tolist() == [0, 1]


def test_accuracy_is_the_share_of_right_decisions() -> None:
    assert score(Metric.ACCURACY, np.eye(3)[[0, 1, 2, 0]], LABELS).value == 0.75


def test_a_mean_absolute_error_does_not_mind_an_axis_of_one() -> None:
    values = np.array([1.0, 2.0, 4.0])

    flat, deep = (score(Metric.MAE, o, values) for o in (values + 1, values[:, None] - 1))

    assert flat.value == deep.value == 1.0


def test_cross_entropy_reads_one_column_as_the_second_class() -> None:
    labels = np.array([0, 1])

    one = score(Metric.CROSS_ENTROPY, np.array([[0.2], [0.8]]), labels)
    two = score(Metric.CROSS_ENTROPY, np.array([[0.8, 0.2], [0.2, 0.8]]), labels)

    assert one.value == two.value == pytest.approx(-np.log(0.8))


def test_a_bar_is_reached_from_its_own_side() -> None:
    right = score(Metric.ACCURACY, np.eye(3)[LABELS], LABELS)
    apart = score(Metric.MAE, LABELS + 0.5, LABELS)

    assert (right.reaches(1.0), apart.reaches(0.5), apart.reaches(0.4)) == (True, True, False)


def answers(right: int, of: int = 80) -> object:
    labels = np.zeros(of, int)
    return score(Metric.ACCURACY, np.eye(2)[(np.arange(of) >= right).astype(int)], labels)


@pytest.mark.parametrize(
    ("less", "more", "clearly"), [(40, 60, True), (40, 47, True), (40, 46, False)]
)
def test_seven_new_right_answers_and_none_lost_are_beyond_chance(
    less: int, more: int, clearly: bool
) -> None:
    assert answers(more).clearly_better_than(answers(less)) is clearly  # type: ignore[attr-defined]


@given(st.lists(st.floats(0, 100), min_size=5, max_size=60))
def test_nothing_is_better_than_itself(values: list[float]) -> None:
    one = score(Metric.MAE, np.array(values), np.zeros(len(values)))

    assert not one.clearly_better_than(one)


def test_a_moved_forecast_keeps_its_place_among_the_examples() -> None:
    series = np.arange(5.0)

    earlier = score_moved(Metric.MAE, series - 1, series, steps=-1)
    later = score_moved(Metric.MAE, series - 1, series, steps=1)

    assert earlier.value == 0.0
    assert np.isnan(earlier.each).tolist() == [False] * 4 + [True]
    assert np.isnan(later.each).tolist() == [True] + [False] * 4
    assert later.value == 2.0
