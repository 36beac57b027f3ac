"""Where the curriculum has gaps is known."""

from pathlib import Path

from etude.catalog.curriculum import gaps, practising
from etude.catalog.exercises import exercises
from etude.domain.exercise import Exercise, Kind

# Skills that are practised by fewer than two kinds of exercise; strike out what is closed.
GAPS: list[str] = []


def made(kind: Kind, *skills: str) -> Exercise:
    return Exercise(
        id=f"a/{kind}", title="", summary="", skills=skills, kind=kind, level=1, minutes=5,
        folder=Path(),
    )  # fmt: skip


def test_the_gaps_are_those_that_are_known() -> None:
    assert list(gaps(list(exercises().values()))) == GAPS


def test_two_exercises_of_one_kind_leave_a_gap() -> None:
    found = [
        made(Kind.FIX, "data-1", "data-2"),
        made(Kind.FIX, "data-1"),
        made(Kind.BUILD, "data-2"),
    ]

    missing = gaps(found)

    assert missing["data-1"] == [Kind.FIX]
    assert missing["data-3"] == []
    assert "data-2" not in missing


def test_exercises_are_found_by_skill_and_kind() -> None:
    build, fix = made(Kind.BUILD, "data-1"), made(Kind.FIX, "data-1")

    assert practising("data-1", [build, fix]) == {
        Kind.BUILD: [build],
        Kind.FIX: [fix],
        Kind.EXTEND: [],
    }
