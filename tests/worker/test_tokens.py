"""What values say about rows of tokens, texts and the channels of pictures."""

from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow

ROWS = np.random.default_rng(0).integers(1, 50, (20, 8))


def padded(*, last: bool = True, rows: int = 10) -> np.ndarray:
    """So many rows with three zeros at one end."""
    found = ROWS.copy()
    found[:rows, slice(5, None) if last else slice(0, 3)] = 0
    return found


def seen(*element: Any) -> Any:
    from etude.worker.tokens import describe_tokens

    return describe_tokens(element)


@pytest.mark.parametrize(("last", "end"), [(True, "last"), (False, "first")])
def test_the_end_of_the_padding_is_found(last: bool, end: str) -> None:
    found = seen(padded(last=last), np.arange(20))

    assert (found.padded, found.share, found.empty) == (end, 0.5, 0)


def test_whole_numbers_may_be_floats() -> None:
    assert seen(padded().astype("float32")).padded == "last"


@pytest.mark.parametrize(
    ("rows", "filler"),
    [
        ([[5, 2, 9, 9], [3, 9, 9, 9], [4, 4, 0, 9]], 9),
        ([[5, 2, 9, 9], [3, 9, 1, 9], [4, 9, 9, 9]], 0),
        ([[5, 2, 3, 9], [3, 1, 4, 9], [4, 2, 2, 9]], 0),
        ([[5, 2, 9, 9], [9, 9, 9, 9], [4, 9, 9, 9]], 0),
    ],
    ids=["at the end", "in the middle too", "once", "nothing else"],
)
def test_another_number_than_zero_may_fill_rows_up(rows: list[list[int]], filler: int) -> None:
    told = seen(np.array(rows), np.zeros(len(rows)))

    assert (told.filler if told else 0) == filler


def test_a_zero_in_the_middle_is_a_token() -> None:
    rows = padded()
    rows[15, 3] = 0

    assert seen(rows) is None


def test_single_zeros_at_the_end_may_be_chance() -> None:
    rows = ROWS.copy()
    rows[:4, -1] = 0

    assert seen(rows) is None


def test_rows_of_zeros_are_counted_and_say_nothing_of_the_end() -> None:
    rows = padded()
    rows[[2, 19]] = 0

    found = seen(rows)

    assert (found.padded, found.empty) == ("last", 2)


def test_labels_that_repeat_the_inputs_are_told() -> None:
    assert seen(ROWS, ROWS).labels_are == "inputs"
    assert seen(ROWS, ROWS[..., None]).labels_are == "inputs"
    assert seen(ROWS, ROWS[:, -1]).labels_are == "last token"
    assert seen(ROWS, np.eye(50)[ROWS]).labels_are == "inputs"
    assert seen(ROWS, np.eye(50)[ROWS[:, -1]]).labels_are == "last token"
    assert seen(ROWS[:, :-1], ROWS[:, 1:]) is None


def test_texts_are_measured_in_words() -> None:
    texts = np.array(["a b c", "", "a b", "a b c d e"], dtype=object)

    found = seen(texts, np.zeros(4))

    assert (list(found.words), found.empty) == ([0, 3, 5], 1)


@pytest.mark.parametrize(
    "inputs",
    [np.random.default_rng(1).normal(size=(20, 8)), ROWS - 25, ROWS[:, :2], np.zeros((4, 8, 8, 3))],
    ids=["fractions", "negative numbers", "two columns", "pictures"],
)
def test_other_inputs_are_no_tokens(inputs: np.ndarray) -> None:
    assert seen(inputs, np.zeros(len(inputs))) is None


def test_the_channels_of_pictures_have_means_in_their_order() -> None:
    from etude.worker.channels import channel_means

    pictures = np.ones((6, 4, 4, 3)) * [0.2, 0.4, 0.6]

    assert channel_means((pictures, np.zeros(6))) == pytest.approx([0.2, 0.4, 0.6])
    assert channel_means((pictures[..., :1], np.zeros(6))) == ()


def sequences(*, features: int = 3, at_end: bool = True) -> np.ndarray:
    """Twenty sequences of 4 to 8 steps, filled up with steps of zeros."""
    rows = np.random.default_rng(1).normal(size=(20, 8, features)).astype("float32")
    for place, row in enumerate(rows):
        row[slice(4 + place % 5, None) if at_end else slice(0, 4)] = 0
    return rows


def test_steps_of_zeros_at_the_end_of_sequences_are_padding() -> None:
    found = seen(sequences(), np.arange(20))

    assert (found.padded, found.share) == ("last", 0.8)


def test_sequences_of_zeros_alone_are_counted_beside_those_that_are_padded() -> None:
    rows = sequences()
    rows[[2, 19]] = 0

    found = seen(rows, np.arange(20))

    assert (found.padded, found.empty) == ("last", 2)


def test_a_sequence_of_zeros_among_full_ones_is_no_padding() -> None:
    rows = np.ones((20, 3, 1), "float32")
    rows[4] = 0

    assert seen(rows, np.arange(20)) is None


@pytest.mark.parametrize("rows", [sequences(at_end=False), np.ones((20, 8, 3), "float32")])
def test_sequences_of_one_length_are_not_padded(rows: np.ndarray) -> None:
    assert seen(rows, np.arange(20)) is None


def test_a_label_may_be_the_token_that_follows() -> None:
    text = np.arange(60) * 7 % 31 + 1
    rows = np.array([text[i : i + 6] for i in range(50)])

    assert seen(rows, text[6:56]).labels_are == "next token"
    assert seen(rows, text[9:59]) is None
