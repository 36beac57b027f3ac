"""Which exercise is meant."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from small_exercise import FILE, ID, write_exercise

from etude.app.choose import UnknownExercise, current_exercise, named_exercise
from etude.app.near import did_you_mean
from etude.app.start import start_workspace
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem

Exercises = Mapping[str, Exercise]
DEEP = "models/deep"


@pytest.fixture
def two(collection: Path) -> Exercises:
    write_exercise(collection, DEEP, level=2)
    catalog.exercises.cache_clear()
    return catalog.exercises()


@pytest.fixture
def place(tmp_path: Path, two: Exercises) -> Workspace:
    return start_workspace(tmp_path / "practice", two, public_data).workspace


@pytest.mark.parametrize("name", [ID, f"{ID}/", "scaled_pixels", "scaled_pixels.py", FILE])
def test_an_exercise_is_known_by_id_by_name_and_by_file(
    name: str, two: Exercises, place: Workspace
) -> None:
    assert named_exercise(name, two, place, place.root).id == ID


def test_a_file_is_found_relative_to_the_current_folder(two: Exercises, place: Workspace) -> None:
    cwd = place.root / DEEP

    assert named_exercise("../../models/deep/deep.py", two, place, cwd).id == DEEP
    assert named_exercise(".", two, place, cwd).id == DEEP


@pytest.mark.parametrize("name", ["images/scaled_pixel", "scaled", "pixels", "imges/scaled_pixels"])
def test_an_unknown_exercise_suggests_near_ones(
    name: str, two: Exercises, place: Workspace
) -> None:
    with pytest.raises(UnknownExercise, match=f"Did you mean {ID}\\?.*etude list"):
        named_exercise(name, two, place, place.root)


def test_nothing_is_suggested_when_nothing_is_near() -> None:
    assert did_you_mean("xyzzy", ["images/pixels"]) == ""


def nothing() -> None:
    """No plan."""


def test_the_current_exercise_is_that_of_the_folder_we_are_in(
    two: Exercises, place: Workspace
) -> None:
    (place.root / FILE).write_text("edited = 1\n")

    assert current_exercise(two, place, place.root / DEEP, (), following=nothing).id == DEEP


def test_elsewhere_it_is_the_one_edited_last(two: Exercises, place: Workspace) -> None:
    for number, file in enumerate([FILE, f"{DEEP}/deep.py"]):
        (place.root / file).write_text("edited = 1\n")
        os.utime(place.root / file, (number, 1000 + number))

    assert current_exercise(two, place, place.root, (), following=nothing).id == DEEP
    assert current_exercise(two, place, place.root, {DEEP}, following=nothing).id == ID


def test_with_nothing_edited_it_is_the_next_one(two: Exercises, place: Workspace) -> None:
    found = current_exercise(two, place, place.root, (), following=lambda: two[DEEP])

    assert found.id == DEEP
    assert current_exercise(two, place, place.root, (), following=nothing).id == ID


def test_without_any_exercise_the_message_says_what_to_do(place: Workspace) -> None:
    with pytest.raises(Problem, match="pip install"):
        current_exercise({}, place, place.root, (), following=nothing)


@pytest.mark.parametrize("name", ["scaled_pixel", "scaled_pixls.py", "rest", "x" * 5000])
def test_a_mistyped_name_inside_an_exercise_folder_is_not_that_exercise(
    name: str, two: Exercises, place: Workspace
) -> None:
    with pytest.raises(UnknownExercise):
        named_exercise(name, two, place, place.root / DEEP)


def test_the_path_of_a_deleted_main_file_is_still_its_exercise(
    two: Exercises, place: Workspace
) -> None:
    place.path(two[DEEP]).unlink()

    assert named_exercise("./deep.py", two, place, place.root / DEEP).id == DEEP
