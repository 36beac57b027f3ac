"""In which order exercises are met."""

from pathlib import Path

from etude.domain.exercise import Exercise, Kind
from etude.progress.order import in_order, next_exercise


def exercise(name: str, level: int = 1, prerequisites: tuple[str, ...] = ()) -> Exercise:
    return Exercise(
        id=name, title=name, summary="", skills=(), kind=Kind.BUILD, level=level, minutes=5,
        folder=Path(), prerequisites=prerequisites,
    )  # fmt: skip


def by_id(*found: Exercise) -> dict[str, Exercise]:
    return {one.id: one for one in found}


def test_lower_levels_come_first_and_then_ids() -> None:
    found = by_id(exercise("c/hard", 3), exercise("b/easy"), exercise("a/easy"))

    assert [one.id for one in in_order(found)] == ["a/easy", "b/easy", "c/hard"]


def test_a_prerequisite_comes_before_what_needs_it_even_if_it_is_harder() -> None:
    found = by_id(exercise("a/first", 1, ("z/base",)), exercise("z/base", 2))

    assert [one.id for one in in_order(found)] == ["z/base", "a/first"]


def test_unknown_prerequisites_and_circles_do_not_hide_an_exercise() -> None:
    found = by_id(
        exercise("a/one", 1, ("a/two",)),
        exercise("a/two", 2, ("a/one",)),
        exercise("a/three", 3, ("not/installed",)),
    )

    assert {one.id for one in in_order(found)} == {"a/one", "a/two", "a/three"}


def test_the_next_exercise_is_the_first_that_is_not_passed() -> None:
    found = by_id(exercise("a/one"), exercise("a/two"), exercise("a/three", 2))

    following = next_exercise(found, {"a/one", "a/two"})

    assert following is not None
    assert following.id == "a/three"


def test_after_an_exercise_the_search_goes_on_and_begins_again_at_the_end() -> None:
    found = by_id(exercise("a/one"), exercise("a/two"), exercise("a/three", 2))

    assert getattr(next_exercise(found, {"a/two"}, after="a/one"), "id", "") == "a/three"
    assert getattr(next_exercise(found, {"a/two"}, after="a/three"), "id", "") == "a/one"


def test_there_is_no_next_exercise_when_all_are_passed() -> None:
    assert next_exercise(by_id(exercise("a/one")), {"a/one"}) is None
    assert next_exercise({}, set()) is None
