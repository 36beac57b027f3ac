"""Exercises are found by what is known of them."""

from pathlib import Path

import pytest

from etude.catalog.filters import ExerciseFilter
from etude.catalog.words import holds_words
from etude.domain.exercise import Exercise, Kind

EXERCISE = Exercise(
    id="images/scaled_pixels",
    title="Pixels between nought and one",
    summary="Write a pipeline.",
    skills=["image-2"],
    kind=Kind.BUILD,
    level=2,
    minutes=12,
    folder=Path("nowhere"),
)


@pytest.mark.parametrize(
    "wanted",
    [
        ExerciseFilter(),
        ExerciseFilter(words="PIXELS pipe"),
        ExerciseFilter(words="class folders"),  # stands in the title of its skill
        ExerciseFilter(skill="image-2", kind="build", level=2, minutes=12, topic="images"),
    ],
)
def test_what_meets_all_that_is_set_is_taken(wanted: ExerciseFilter) -> None:
    assert wanted.takes(EXERCISE)


@pytest.mark.parametrize(
    "wanted",
    [
        ExerciseFilter(words="pixels audio"),
        ExerciseFilter(skill="image"),
        ExerciseFilter(kind="fix"),
        ExerciseFilter(level=1),
        ExerciseFilter(minutes=11),
        ExerciseFilter(topic="image"),
    ],
)
def test_what_fails_one_of_them_is_not(wanted: ExerciseFilter) -> None:
    assert not wanted.takes(EXERCISE)


def test_a_word_may_not_begin_in_one_text_and_end_in_the_next() -> None:
    assert not holds_words("endstart", "the end", "start over")
