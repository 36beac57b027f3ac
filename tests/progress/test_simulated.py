"""Sixty days of practice: a fast learner, a slow one, and one who forgets."""

from datetime import timedelta

import pytest
from simulated import MORNING, Simulated, curriculum, fast, forgetful, slow

from etude.progress.plan import Occasion
from etude.progress.ready import needed_skills

DAYS = 60
END = MORNING + timedelta(days=DAYS)
EXERCISES = curriculum()
SKILLS = [skill for exercise in EXERCISES.values() for skill in exercise.skills]


@pytest.fixture(scope="module")
def lived() -> dict[str, Simulated]:
    learners = {"fast": fast(), "slow": slow(), "forgetful": forgetful()}
    for learner in learners.values():
        learner.live(EXERCISES, days=DAYS)
    return learners


def _forgotten(learner: Simulated) -> int:
    return sum(learner.knows(skill, END) < 0.3 for skill in SKILLS)


def _reviews(learner: Simulated) -> list[str]:
    return [c.exercise.id for _, c in learner.chosen if c.occasion is Occasion.REVIEW]


@pytest.mark.parametrize("name", ["fast", "slow", "forgetful"])
def test_everybody_meets_every_skill(lived: dict[str, Simulated], name: str) -> None:
    passed = {event.exercise for event in lived[name].history if event.passed}

    assert passed == set(EXERCISES)


@pytest.mark.parametrize("name", ["fast", "slow", "forgetful"])
def test_nobody_is_asked_for_what_they_are_not_ready_for(
    lived: dict[str, Simulated], name: str
) -> None:
    for learner, choice in lived[name].chosen:
        met = {skill for one in learner.passed for skill in EXERCISES[one].skills}
        assert needed_skills(choice.exercise, SKILLS) <= met, (learner.now, choice.exercise.id)


def test_the_forgetful_one_is_brought_back_to_what_was_forgotten(
    lived: dict[str, Simulated],
) -> None:
    alone = forgetful()
    alone.live(EXERCISES, days=DAYS, reviews=False)

    brought_back = lived["forgetful"]

    assert _forgotten(alone) == len(SKILLS)
    assert _forgotten(brought_back) <= len(SKILLS) // 4
    assert brought_back.mean_knowledge(SKILLS, END) > 0.6


def test_what_needed_help_in_a_review_comes_back_within_days(lived: dict[str, Simulated]) -> None:
    history = lived["forgetful"].history
    helped = [event for event in history if event.number and event.at < END - timedelta(days=21)]

    for event in helped:
        later = [e.at for e in history if e.exercise == event.exercise and e.at > event.at]
        again = [at for at in later if at - event.at > timedelta(hours=12)]
        assert again, event
        assert again[0] - event.at < timedelta(days=21), event


def test_the_fast_one_meets_what_is_new_without_waiting(lived: dict[str, Simulated]) -> None:
    new = [learner.now for learner, c in lived["fast"].chosen if c.occasion is Occasion.NEW]

    assert max(new) - MORNING <= timedelta(days=len(EXERCISES) / 2)


def test_the_fast_one_is_not_bored_with_repetitions(lived: dict[str, Simulated]) -> None:
    reviews = _reviews(lived["fast"])

    assert len(reviews) < 0.6 * len(_reviews(lived["forgetful"]))
    assert max(reviews.count(one) for one in EXERCISES) <= 3
    assert len(reviews) <= 1.3 * len(EXERCISES)


def test_the_same_days_give_the_same_plan() -> None:
    learners = [forgetful(), forgetful()]
    for learner in learners:
        learner.live(EXERCISES, days=10)

    one, other = ([choice for _, choice in learner.chosen] for learner in learners)

    assert one == other
