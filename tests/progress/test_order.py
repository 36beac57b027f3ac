"""In which order exercises are met."""

from pathlib import Path

from etude.domain.exercise import Exercise, Kind
from etude.progress.order import in_order


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
