"""The curriculum."""

from graphlib import TopologicalSorter

import pytest

from etude.catalog.exercises import exercises
from etude.diagnoses.diagnose import catalogue
from etude.domain.skills import SKILLS, main_skill
from etude.progress.ready import ready


def test_prerequisites_are_skills_and_never_go_round_in_a_circle() -> None:
    needs = {skill.id: skill.prerequisites for skill in SKILLS.values()}

    order = list(TopologicalSorter(needs).static_order())  # raises where there is a circle

    assert set(order) == set(SKILLS)


def test_every_exercise_names_known_skills_only() -> None:
    unknown = {e.id: {*e.skills} - set(SKILLS) for e in exercises().values()}

    assert {name: skills for name, skills in unknown.items() if skills} == {}
    assert all(exercise.skills for exercise in exercises().values())


def test_every_diagnosis_names_known_skills_only() -> None:
    unknown = {d.name: {*d.skills} - set(SKILLS) for d in catalogue().values()}

    assert {name: skills for name, skills in unknown.items() if skills} == {}


def test_the_shipped_exercises_can_be_passed_in_an_order_that_meets_every_prerequisite() -> None:
    found = exercises()
    passed: set[str] = set()
    while len(passed) < len(found):
        waiting = [exercise for name, exercise in found.items() if name not in passed]
        strict = ready(found, passed, waiting, relax=False)
        assert strict, f"none of {[e.id for e in waiting]} can be begun"
        passed |= {exercise.id for exercise in strict}


@pytest.mark.parametrize(
    ("skills", "main"),
    [(("dev-3", "data-4", "model-1"), "data-4"), (("image-2",), "image-2"), (("dev-3",), "dev-3")],
)
def test_an_exercise_is_about_its_first_skill_but_for_debugging(
    skills: tuple[str, ...], main: str
) -> None:
    assert main_skill(skills) == main
