"""What values say about windows of a series, and about how it was split."""

from typing import Any

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

pytestmark = pytest.mark.tensorflow

SERIES = np.random.default_rng(0).normal(size=200).cumsum().astype("float32")
SIZE = 10


def cut(part: np.ndarray, *, lead: int = 1, stride: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Windows (N, 10) and for each the value so many steps after its last."""
    last = len(part) - max(lead, 0)
    x = sliding_window_view(part[:last], SIZE)[::stride]
    y = np.array([part[i * stride + SIZE - 1 + lead] for i in range(len(x))])
    return np.array(x), y


def seen(x: Any, y: Any) -> Any:
    from etude.worker.windows import describe_windows

    return describe_windows((x, y))


@pytest.mark.parametrize("lead", [1, 2, 5, 0, -3, -9])
def test_the_place_of_the_label_is_found(lead: int) -> None:
    found = seen(*cut(SERIES, lead=lead))

    assert (found.size, found.stride, found.lead, found.steps) == (SIZE, 1, lead, 1)


@pytest.mark.parametrize("stride", [2, 3])
def test_windows_may_move_by_several_steps(stride: int) -> None:
    found = seen(*cut(SERIES, stride=stride))

    assert (found.stride, found.lead) == (stride, 1)


def test_axes_of_one_change_nothing() -> None:
    x, y = cut(SERIES)

    assert seen(x[..., None], y[:, None]) == seen(x, y)


def test_the_naive_error_is_that_of_repeating_the_last_value() -> None:
    x, y = cut(SERIES)

    found = seen(x, y)

    assert found.naive_error == pytest.approx(np.abs(y - x[:, -1]).mean(), rel=1e-5)
    assert found.naive_squared == pytest.approx(((y - x[:, -1]) ** 2).mean(), rel=1e-5)


def test_the_label_may_be_of_any_column_or_of_all() -> None:
    columns = np.stack([SERIES, SERIES**2], axis=1)
    x = sliding_window_view(columns, SIZE, axis=0).transpose(0, 2, 1)[:-1]

    assert seen(x, columns[SIZE:, 1]).lead == 1
    assert seen(x, columns[SIZE:]).lead == 1
    assert seen(x, x[:, 3, 1]).lead == 3 - (SIZE - 1)


def test_several_steps_ahead_are_one_label() -> None:
    x = sliding_window_view(SERIES, SIZE)[:-6]
    y = sliding_window_view(SERIES[SIZE:], 6)[: len(x)]

    found = seen(np.array(x), np.array(y))

    assert (found.lead, found.steps) == (1, 6)


def test_a_series_that_repeats_itself_gets_the_benefit_of_the_doubt() -> None:
    wave = np.tile(np.array([1, 2, 4, 3, 5], "float32"), 40)

    assert seen(*cut(wave)).lead == 1


def test_labels_of_another_kind_have_no_place() -> None:
    x, y = cut(SERIES)

    assert seen(x, y + 100).lead is None
    assert seen(x, np.arange(len(x))) is None


@pytest.mark.parametrize(
    "inputs",
    [
        np.random.default_rng(1).normal(size=(64, 6)),
        np.ones((64, 6)),
        np.arange(64 * 6).reshape(64, 6),
        np.zeros((64, 6, 6, 1)),
        cut(SERIES)[0][::-1],
    ],
    ids=["a table", "constant", "integers", "pictures", "newest first"],
)
def test_other_inputs_are_no_windows(inputs: np.ndarray) -> None:
    assert seen(inputs, np.array(inputs[:, -1], dtype="float64")) is None


def split(train: Any, validation: Any, share: float = 0.0) -> Any:
    from etude.worker.series import describe_split

    return describe_split(train, validation, share)


def test_parts_in_time_are_joined_to_one_series() -> None:
    found = split(cut(SERIES[:150]), cut(SERIES[150:]))

    assert found.shared == 0
    assert found.train["values"] == 150
    assert found.both["values"] == 200
    assert found.both["mean"] == pytest.approx(SERIES.mean(), rel=1e-4)
    assert found.both["high"] == SERIES.max()


def test_windows_that_reach_over_the_border_count_once() -> None:
    x, y = cut(SERIES)

    found = split((x[:140], y[:140]), (x[140:], y[140:]))

    assert found.both["values"] == 200
    assert found.both["mean"] == pytest.approx(SERIES.mean(), rel=1e-4)


def test_a_series_that_repeats_itself_does_not_tell_where_it_was_cut() -> None:
    x, y = cut(np.tile(np.arange(10, dtype="float32"), 20))

    found = split((x[:140], y[:140]), (x[140:], y[140:]))

    assert found.ahead == 0


def test_what_fit_would_split_off_is_split_off_in_the_same_way() -> None:
    found = split(cut(SERIES), None, 0.25)

    assert found.both["values"] == 200
    assert found.train["values"] < 160


def test_windows_dealt_at_random_share_nearly_all() -> None:
    x, y = cut(SERIES)
    order = np.random.default_rng(2).permutation(len(x))
    train, held_out = order[:150], order[150:]

    found = split((x[train], y[train]), (x[held_out], y[held_out]))

    assert found.shared > 0.9
    assert (found.train, found.both) == ({}, {})


def test_a_table_shares_nothing() -> None:
    rows = np.random.default_rng(1).normal(size=(100, 6))

    found = split((rows[:80], rows[:80, 0]), (rows[80:], rows[80:, 0]))

    assert found.shared == 0
    assert found.train == {}


def test_shuffled_values_have_no_order() -> None:
    mixed = np.random.default_rng(3).permutation(SERIES)

    assert split(cut(SERIES), None).train["lag_one"] > 0.9
    assert abs(split(cut(mixed), None).train["lag_one"]) < 0.2


def test_ragged_and_sparse_inputs_are_left_alone() -> None:
    import tensorflow as tf

    from etude.worker.patterns import patterns

    ragged = tf.ragged.constant([[1.0, 2.0], [3.0]])
    sparse = tf.sparse.from_dense(np.eye(8, dtype="float32"))

    assert not any(patterns((ragged, np.zeros(2))).values())
    assert not any(patterns((sparse, np.zeros(8))).values())
    assert split((sparse, np.zeros(8)), (sparse, np.zeros(8))) is None


def test_as_many_steps_of_one_column_as_there_are_columns_are_steps() -> None:
    table = np.random.default_rng(3).normal(size=(60, 3)).cumsum(axis=0)
    inputs = np.array([table[i : i + 5] for i in range(50)])
    labels = np.array([table[i + 5 : i + 8, 1] for i in range(50)])

    found = seen(inputs, labels)

    assert (found.lead, found.steps) == (1, 3)


def test_one_hot_rows_share_nothing() -> None:
    rows = np.eye(8, dtype="float32")[np.random.default_rng(4).integers(0, 8, 80)]

    assert split((rows[:60], rows[:60]), (rows[60:], rows[60:])).shared == 0.0
