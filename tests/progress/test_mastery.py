"""What passes, hints and time make of the estimate of a skill."""

import pytest
from fsrs import Rating
from practised import after, by_id, exercise, hint, passed, solution, tried

from etude.domain.history import Event
from etude.progress.learner import learner_at
from etude.progress.memory import rating
from etude.progress.rounds import rounds_of

EXERCISES = by_id(exercise("a/one", "model-1"), exercise("a/two", "model-1"))
CLEAN = [passed("a/one")]
AFTER_TRIES = [*(tried("a/one", after(minutes=-n)) for n in range(1, 4)), passed("a/one")]
AFTER_A_HINT = [hint("a/one", 1, after(minutes=-1)), passed("a/one")]
AFTER_ALL_HINTS = [hint("a/one", 3, after(minutes=-1)), passed("a/one")]
AFTER_THE_SOLUTION = [solution("a/one", after(minutes=-1)), passed("a/one")]
GIVEN_UP = [tried("a/one", after(minutes=-n)) for n in range(5)]


def mastered(history: list[Event], *, days: float = 0) -> float:
    return learner_at(history, EXERCISES, now=after(days=days)).mastery["model-1"]


def test_the_more_help_the_less_mastery() -> None:
    histories = [CLEAN, AFTER_TRIES, AFTER_A_HINT, AFTER_ALL_HINTS, AFTER_THE_SOLUTION, GIVEN_UP]

    found = [mastered(history) for history in histories]

    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_a_first_clean_pass_is_half_and_a_second_two_thirds() -> None:
    assert mastered(CLEAN) == pytest.approx(1 / 2)
    assert mastered([*CLEAN, passed("a/two")]) == pytest.approx(2 / 3)


def test_mastery_fades_with_time_and_never_leaves_its_bounds() -> None:
    faded = [mastered(CLEAN, days=days) for days in (0, 10, 100, 1000)]

    assert faded == sorted(faded, reverse=True)
    assert all(0 < value < 1 for value in faded)


def test_what_was_never_practised_is_not_mastered() -> None:
    assert learner_at([], EXERCISES, now=after()).mastery["text-8"] == 0


@pytest.mark.parametrize(
    ("history", "first", "review"),
    [
        (CLEAN, Rating.Easy, Rating.Easy),
        ([tried("a/one", after(minutes=-1)), passed("a/one")], Rating.Good, Rating.Good),
        (AFTER_A_HINT, Rating.Hard, Rating.Again),
        (AFTER_ALL_HINTS, Rating.Again, Rating.Again),
        (AFTER_THE_SOLUTION, Rating.Again, Rating.Again),
    ],
)
def test_how_a_round_went_is_a_rating(history: list[Event], first: Rating, review: Rating) -> None:
    (found,) = rounds_of(history)

    assert rating(found) is first
    assert rating(found, review=True) is review


def test_a_skill_passed_with_ease_comes_back_later_than_one_that_was_told() -> None:
    easy, told = (
        learner_at(history, EXERCISES, now=after()).memories["model-1"].due_at
        for history in (CLEAN, AFTER_THE_SOLUTION)
    )

    assert told <= after(days=1)
    assert easy > after(days=7)
