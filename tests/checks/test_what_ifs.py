"""Changes of inputs and outputs do what their names say."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etude.checks.what_ifs import (
    best_reordering,
    best_scale,
    changed_inputs,
    moved,
    reversed_windows,
    scaled_back,
    sigmoid,
    softmax,
)
from etude.domain.what_if import WhatIf


def pictures(*, high: float, shape: tuple[int, ...] = (2, 4, 4, 3)) -> np.ndarray:
    return np.random.default_rng(0).uniform(0, high, shape).astype(np.float32)


def test_stored_pixels_are_divided_and_centred_but_not_multiplied() -> None:
    changed = changed_inputs(pictures(high=255))

    assert changed[WhatIf.DIVIDED].max() <= 1
    assert -1 <= changed[WhatIf.CENTRED].min() < 0 < changed[WhatIf.CENTRED].max() <= 1
    assert WhatIf.MULTIPLIED not in changed


def test_scaled_pixels_are_multiplied_only() -> None:
    changed = changed_inputs(pictures(high=1))

    assert changed[WhatIf.MULTIPLIED].max() > 200
    assert not {WhatIf.DIVIDED, WhatIf.CENTRED} & set(changed)


def test_channels_are_reversed_and_sides_swapped_without_changing_any_value() -> None:
    inputs = pictures(high=255)

    changed = changed_inputs(inputs)

    assert changed[WhatIf.CHANNELS_REVERSED][1, 2, 3, 0] == inputs[1, 2, 3, 2]
    assert changed[WhatIf.SIDES_SWAPPED][1, 2, 3, 0] == inputs[1, 3, 2, 0]


def test_grey_pictures_have_no_channels_to_reverse_and_oblong_ones_no_sides_to_swap() -> None:
    assert WhatIf.CHANNELS_REVERSED not in changed_inputs(pictures(high=1, shape=(2, 4, 4)))
    assert WhatIf.SIDES_SWAPPED not in changed_inputs(pictures(high=1, shape=(2, 4, 5, 3)))


def test_tables_of_numbers_are_left_alone() -> None:
    assert changed_inputs(pictures(high=255, shape=(5, 3))) == {}


def test_windows_of_one_series_and_of_several_are_reversed_in_time_alone() -> None:
    one, several = pictures(high=1, shape=(5, 3)), pictures(high=1, shape=(5, 3, 2))

    assert reversed_windows(one)[WhatIf.TIME_REVERSED][4, 0] == one[4, 2]
    assert reversed_windows(several)[WhatIf.TIME_REVERSED][4, 0, 1] == several[4, 2, 1]


def test_the_best_reordering_undoes_a_known_one() -> None:
    labels = np.array([0, 1, 2, 0, 1, 2, 2])
    decisions = np.array([2, 0, 1])[labels]

    assert best_reordering(decisions, labels, 3).tolist() == [1, 2, 0]


@given(st.data(), st.integers(2, 5))
def test_the_best_reordering_is_no_worse_than_any_other(data: st.DataObject, classes: int) -> None:
    pairs = st.tuples(st.integers(0, classes - 1), st.integers(0, classes - 1))
    decisions, labels = np.array(data.draw(st.lists(pairs, min_size=1, max_size=30))).T

    found = best_reordering(decisions, labels, classes)

    right = (found[decisions] == labels).sum()
    orders = itertools.permutations(range(classes))
    assert right == max((np.array(order)[decisions] == labels).sum() for order in orders)
    assert sorted(found.tolist()) == list(range(classes))


@given(st.integers(11, 14), st.integers(0, 100))
def test_many_classes_are_reordered_greedily_and_still_each_once(classes: int, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(classes)
    labels = np.arange(classes).repeat(3)
    decisions = np.argsort(order)[labels]

    assert best_reordering(decisions, labels, classes).tolist() == order.tolist()


@given(st.lists(st.floats(-60, 60), min_size=2, max_size=6))
def test_softmax_keeps_the_order_and_sums_to_one(row: list[float]) -> None:
    probabilities = softmax(np.array([row], dtype=np.float64))

    assert abs(probabilities.sum() - 1) < 1e-9
    assert probabilities.max() == probabilities[0, np.argmax(row)]


@given(st.floats(-500, 500))
def test_sigmoid_gives_opposite_outputs_probabilities_that_sum_to_one(value: float) -> None:
    probabilities = sigmoid(np.array([value, -value]))

    assert probabilities.min() >= 0
    assert abs(probabilities.sum() - 1) < 1e-9


def test_moving_a_forecast_compares_it_with_its_neighbours() -> None:
    series = np.arange(6.0)

    outputs, labels = moved(series - 1, series, steps=-1)

    assert (outputs == labels).all()
    assert len(labels) == 5
    assert (np.subtract(*moved(series + 1, series, steps=1)) == 0).all()


def test_the_best_scale_undoes_a_known_one() -> None:
    values = np.random.default_rng(0).normal(20, 5, 100)

    scale = best_scale((values - 20) / 5, values)

    assert scale is not None
    assert str(scale) == "times 5 plus 20"


def test_outputs_that_are_all_the_same_have_no_scale() -> None:
    assert best_scale(np.ones(10), np.arange(10.0)) is None
    assert scaled_back(np.ones(10), np.arange(10.0)) is None


@given(st.floats(0.1, 50), st.floats(-100, 100))
def test_scaling_back_gives_every_value_whatever_the_unit(times: float, plus: float) -> None:
    values = np.linspace(-3, 4, 40)

    found = scaled_back(((values - plus) / times)[:, None], values)

    assert found is not None
    assert np.abs(found - values).max() < 1e-6


def test_scaling_back_gains_nothing_from_outputs_that_know_nothing() -> None:
    """Each half of the rows is scaled by the other, so no row flatters itself."""
    rng = np.random.default_rng(0)
    values, outputs = rng.normal(20, 5, 60), rng.normal(size=60)

    found = scaled_back(outputs, values)

    assert found is not None
    assert np.abs(found - values).mean() > 0.95 * np.abs(values - values.mean()).mean()
