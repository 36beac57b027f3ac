"""A hidden series can be asked about in other windows, further steps and fewer series."""

import numpy as np
import pytest

from etude.catalog.data import hidden_arrays
from etude.catalog.hidden_series import windows_asked


def one_series() -> dict[str, np.ndarray]:
    """Windows of three steps over 0 to 9, and the value after each."""
    inputs = np.stack([np.arange(start, start + 3) for start in range(7)])
    return {"inputs": inputs, "labels": inputs[:, -1] + 1}


def two_series() -> dict[str, np.ndarray]:
    """Windows of three steps over a series and its negative, and the two steps after each."""
    starts = np.arange(5)[:, np.newaxis]
    inputs, labels = starts + np.arange(3), starts + np.arange(3, 5)
    return {"inputs": np.stack([inputs, -inputs], -1), "labels": np.stack([labels, -labels], -1)}


def test_a_shorter_window_ends_where_the_whole_one_does() -> None:
    asked = windows_asked(one_series(), "window-2.next-1")

    assert asked["inputs"][0].tolist() == [1, 2]
    assert asked["labels"][0].tolist() == [3]


def test_further_steps_are_read_from_the_rows_that_follow() -> None:
    asked = windows_asked(one_series(), "next-3")

    assert asked["inputs"][-1].tolist() == [4, 5, 6]
    assert asked["labels"][-1].tolist() == [7, 8, 9]
    assert len(asked["inputs"]) == len(asked["labels"]) == 5


def test_one_step_alone_leaves_no_axis() -> None:
    asked = windows_asked(one_series(), "at-3")

    assert asked["labels"].tolist() == [5, 6, 7, 8, 9]


def test_stored_steps_are_cut() -> None:
    asked = windows_asked(two_series(), "next-1")

    assert asked["labels"].shape == (5, 1, 2)


def test_one_series_is_given_and_another_asked_for() -> None:
    asked = windows_asked(two_series(), "in-1.of-0.next-2")

    assert asked["inputs"][0].tolist() == [0, -1, -2]
    assert asked["labels"][0].tolist() == [3, 4]


def test_several_series_keep_their_axis() -> None:
    asked = windows_asked(two_series(), "of-1-0.at-2")

    assert asked["labels"][0].tolist() == [-4, 4]


def test_an_unknown_word_is_named() -> None:
    with pytest.raises(ValueError, match="'weeks-3' asks for nothing"):
        windows_asked(one_series(), "weeks-3")


def test_every_hidden_series_has_one_step_between_its_rows() -> None:
    for name in ("co2", "sunspots", "ridership"):
        inputs = hidden_arrays(name)["inputs"]

        assert (inputs[1:, :-1] == inputs[:-1, 1:]).all(), name
