"""The hidden rows of a sitting: fewer, evenly drawn, and in another order for every file."""

import hashlib

import numpy as np
import pytest

from etude.domain.exam import PLACES
from etude.exams.seal import salt_of, sealed

ONE_FILE, ANOTHER_FILE = salt_of({"model.keras": b"one"}), salt_of({"model.keras": b"another"})
CLASSES = np.array(["cat", "dog", "owl"])


def classified(rows: int = 100) -> dict[str, np.ndarray]:
    labels = np.array([0] * (rows // 2) + [1] * (rows * 2 // 5) + [2] * (rows // 10))
    inputs = np.arange(rows * 2, dtype=np.float32).reshape(rows, 2)
    return {"inputs": inputs, "labels": labels, "classes": CLASSES}


def forecast(rows: int = 60) -> dict[str, np.ndarray]:
    series = np.linspace(0, 1, rows, dtype=np.float32)
    return {"inputs_now": series, "inputs_text": np.arange(rows).astype(str), "labels": series}


def rows_of(arrays: object) -> list[int]:
    return sorted(np.asarray(arrays[PLACES]).tolist())  # type: ignore[index]


def test_a_share_of_every_class_is_drawn() -> None:
    arrays = sealed(classified(), seed=1, salt=ONE_FILE)

    assert np.bincount(arrays["labels"]).tolist() == [40, 32, 8]


def test_the_names_of_classes_are_kept() -> None:
    arrays = sealed(classified(), seed=1, salt=ONE_FILE)

    assert arrays["classes"].tolist() == CLASSES.tolist()


def test_a_class_of_one_row_is_not_lost() -> None:
    arrays = {"inputs": np.arange(11), "labels": np.array([0] * 10 + [1])}

    assert 1 in sealed(arrays, seed=3, salt=ONE_FILE, share=0.2)["labels"]


def test_a_forecast_is_drawn_evenly_over_time() -> None:
    rows = rows_of(sealed(forecast(), seed=1, salt=ONE_FILE))

    assert [sum(start <= row < start + 10 for row in rows) for start in range(0, 60, 10)] == [8] * 6


def test_rows_of_all_arrays_stay_together() -> None:
    arrays = sealed(forecast(), seed=1, salt=ONE_FILE)

    assert (arrays["inputs_now"] == arrays["labels"]).all()
    assert arrays["inputs_text"].tolist() == arrays[PLACES].astype(str).tolist()


def test_the_same_file_in_the_same_sitting_meets_the_same_arrays() -> None:
    first, second = (sealed(classified(), seed=7, salt=ONE_FILE) for _ in range(2))

    assert all((first[name] == second[name]).all() for name in first)


def test_another_file_in_the_same_sitting_meets_the_same_rows_in_another_order() -> None:
    one = sealed(classified(), seed=7, salt=ONE_FILE)
    other = sealed(classified(), seed=7, salt=ANOTHER_FILE)

    assert rows_of(one) == rows_of(other)
    assert one[PLACES].tolist() != other[PLACES].tolist()


def test_the_order_of_one_file_tells_nothing_about_that_of_another() -> None:
    one = sealed(classified(1000), seed=7, salt=ONE_FILE)[PLACES]
    other = sealed(classified(1000), seed=7, salt=ANOTHER_FILE)[PLACES]

    assert (one == other).sum() < 10
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.15


def test_another_sitting_has_other_rows() -> None:
    assert rows_of(sealed(classified(), seed=7, salt=ONE_FILE)) != rows_of(
        sealed(classified(), seed=8, salt=ONE_FILE)
    )


def test_the_rows_of_a_seed_are_the_same_for_ever() -> None:
    places = sealed(classified(20), seed=5, salt=ONE_FILE)[PLACES]

    assert places.tolist() == PINNED


def test_nothing_that_was_given_is_changed() -> None:
    arrays = classified()

    sealed(arrays, seed=1, salt=ONE_FILE)

    assert all((arrays[name] == value).all() for name, value in classified().items())


def test_the_salt_of_one_file_is_its_checksum_whatever_its_name() -> None:
    assert salt_of({"a.keras": b"x"}) == salt_of({"b.keras": b"x"})
    assert salt_of({"a.keras": b"x"}) == hashlib.sha256(b"x").hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        {"saved/a": b"1", "saved/b": b"3"},
        {"saved/a": b"2", "saved/b": b"1"},
        {"saved/a": b"1", "saved/c": b"2"},
    ],
)
def test_the_salt_of_a_folder_is_of_all_its_names_and_contents(other: dict[str, bytes]) -> None:
    folder = {"saved/a": b"1", "saved/b": b"2"}

    assert salt_of(folder) == salt_of(dict(reversed(folder.items())))
    assert salt_of(folder) != salt_of(other)


# Another order here would give stored sittings other marks when they are marked again.
PINNED = [6, 1, 14, 11, 19, 2, 15, 17, 12, 0, 7, 3, 8, 4, 18, 10]
