"""Where the curriculum has gaps is known."""

from pathlib import Path

from etude.catalog.curriculum import gaps, practising
from etude.catalog.exercises import exercises
from etude.domain.exercise import Exercise, Kind

# Skills that are practised by fewer than two kinds of exercise; strike out what is closed.
GAPS = """
    dev-1 dev-2 dev-3 dev-4 dev-5 dev-6 dev-7 model-1 model-2 model-4 model-9 model-13
    model-14 model-15 image-1 image-3 image-5 image-6 image-7 text-1 text-2 text-3 text-4
    text-5 text-6 text-7 text-8 text-9 series-1 series-2 series-3 series-4 series-5 series-6
    series-7 series-8 data-1 data-2 data-9 train-1 train-2 train-3 train-4 train-5 train-6
    train-7 train-8 deploy-3 deploy-5 deploy-6 deploy-7
""".split()


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
