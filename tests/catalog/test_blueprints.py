"""Exams are planned by data."""

from pathlib import Path

import pytest

from etude.catalog.blueprints import UnreadableBlueprint, blueprints, read_blueprint
from etude.catalog.exercises import questions
from etude.domain.exam import Feedback
from etude.domain.skills import SKILLS

CATEGORY = """
[[categories]]
topic = "regression"
title = "Numbers"
weight = {weight}
skills = ["model-1"]
"""
HEAD = 'title = "T"\nabout = "A"\nminutes = 10\npass_mark = 80\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "short.toml"
    path.write_text(text)
    return path


def test_the_name_of_the_file_is_the_name_of_the_exam(tmp_path: Path) -> None:
    blueprint = read_blueprint(written(tmp_path, HEAD + CATEGORY.format(weight=100)))

    assert (blueprint.name, blueprint.minutes, blueprint.feedback) == ("short", 10, Feedback.MARK)
    assert blueprint.categories[0].questions == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + CATEGORY.format(weight=60), "the weights sum to 60, not to 100"),
        ("title = 3", "short.toml"),
        (HEAD.replace("10", '"ten"') + CATEGORY.format(weight=100), "minutes"),
        ("title", "short.toml"),
    ],
)
def test_a_broken_blueprint_says_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UnreadableBlueprint, match=told):
        read_blueprint(written(tmp_path, text))


def test_every_skill_of_an_exam_is_one_of_the_curriculum() -> None:
    for blueprint in blueprints().values():
        for category in blueprint.categories:
            assert set(category.skills) <= set(SKILLS), (blueprint.name, category.topic)


def test_the_three_exams_are_there() -> None:
    minutes = {name: blueprint.minutes for name, blueprint in blueprints().items()}

    assert minutes == {"developer": 300, "practitioner": 180, "sprint": 45}
    assert blueprints()["developer"].pass_mark == 90


def test_two_sittings_by_one_person_need_share_no_question() -> None:
    topics = [question.id.partition("/")[0] for question in questions().values()]

    for blueprint in blueprints().values():
        for category in blueprint.categories:
            assert topics.count(category.topic) >= 3 * category.questions, category.topic


def test_a_prepared_person_has_time_for_the_longest_paper() -> None:
    for blueprint in blueprints().values():
        asked = sum(
            category.questions
            * max(q.minutes for q in questions().values() if q.id.startswith(f"{category.topic}/"))
            for category in blueprint.categories
        )
        assert asked <= blueprint.minutes, blueprint.name
