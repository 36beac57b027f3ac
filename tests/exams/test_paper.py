"""A paper is drawn by a seed, and has nothing twice while there is anything else."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_sittings import SMALL

from etude.domain.exam import Category, Item
from etude.domain.problem import Problem
from etude.exams.paper import draw

POOL = [f"{topic}/{name}" for topic in ("regression", "text", "images") for name in "abcd"]
seeds = st.integers(min_value=0, max_value=2**31)


def test_the_same_seed_draws_the_same_paper() -> None:
    first = draw(SMALL, POOL, seed=7, variants=20)

    assert draw(SMALL, POOL[::-1], seed=7, variants=20) == first
    assert draw(SMALL, POOL, seed=8, variants=20) != first


@given(seeds)
def test_a_paper_has_what_the_blueprint_asks_for(seed: int) -> None:
    paper = draw(SMALL, POOL, seed=seed, variants=20)

    assert [item.number for item in paper.items] == [1, 2, 3]
    assert [item.topic for item in paper.items] == ["regression", "text", "text"]
    assert len({item.question for item in paper.items}) == 3
    assert [item.weight for item in paper.items] == [40, 30, 30]


@given(st.lists(seeds, min_size=2, max_size=2))
def test_two_sittings_share_no_question_while_there_are_others(drawn: list[int]) -> None:
    past: list[Item] = []
    for seed in drawn:
        past += draw(SMALL, POOL, seed=seed, past=past, variants=20).items

    assert max(Counter(item.question for item in past).values()) == 1


@given(st.lists(seeds, min_size=12, max_size=12))
def test_then_the_least_used_comes_in_a_variant_not_met_before(drawn: list[int]) -> None:
    past: list[Item] = []
    for seed in drawn:
        past += draw(SMALL, POOL, seed=seed, past=past, variants=20).items

    uses = Counter(item.question for item in past)
    met = Counter((item.question, item.seed) for item in past)
    assert {uses[question] for question in POOL if question.startswith("text")} == {6}
    assert max(met.values()) == 1


def test_when_every_variant_was_met_the_least_met_comes_again() -> None:
    past: list[Item] = []
    for seed in range(9):
        past += draw(
            SMALL, ["regression/a", "text/a", "text/b"], seed=seed, past=past, variants=4
        ).items

    met = Counter(item.seed for item in past if item.question == "text/a")

    assert sorted(met.values()) == [2, 2, 2, 3]


TWICE = replace(
    SMALL,
    categories=[
        Category(topic="text", title="Short texts", weight=40, skills=["s-2"]),
        Category(topic="images", title="Images", weight=20, skills=["s-1"]),
        Category(topic="text", title="Long texts", weight=40, skills=["s-3"], questions=2),
    ],
)


@given(seeds)
def test_two_categories_of_one_topic_share_its_questions(seed: int) -> None:
    paper = draw(TWICE, POOL, seed=seed, variants=20)

    assert [item.topic for item in paper.items] == ["text", "images", "text", "text"]
    assert [item.weight for item in paper.items] == [40, 20, 20, 20]
    assert len({item.question for item in paper.items}) == 4


def test_together_they_may_ask_for_more_than_there_is() -> None:
    with pytest.raises(Problem, match="3 questions of 'text', and 2 are installed"):
        draw(TWICE, ["text/a", "text/b", "images/a"], seed=0, variants=20)


def test_too_few_questions_are_told_with_the_topic() -> None:
    with pytest.raises(Problem, match="2 questions of 'text', and 1 are installed"):
        draw(SMALL, ["regression/a", "text/a"], seed=0, variants=20)
