"""Draws a paper: reproducible, and never what the person has had while there is anything else."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

from etude.domain.exam import Blueprint, Category, Item, Paper
from etude.domain.problem import Problem


def draw(
    blueprint: Blueprint,
    pool: Sequence[str],
    *,
    seed: int,
    past: Sequence[Item] = (),
    variants: int,
) -> Paper:
    """A paper; the same arguments give the same one.

    Args:
      pool: ids of the questions there are, "topic/name".
      past: every question that the person has had, in whichever exam.
      variants: how many there are of each question; their seeds count from 0.

    Raises:
      Problem: a topic has fewer questions than the blueprint asks for.
    """
    numbers = iter(range(1, 1 + sum(category.questions for category in blueprint.categories)))
    items = [
        Item(
            number=next(numbers),
            topic=category.topic,
            question=question,
            seed=_seed(question, past, rng=_rng(blueprint, seed, question), variants=variants),
            weight=category.weight / category.questions,
        )
        for category in blueprint.categories
        for question in _chosen(blueprint, category, pool, seed=seed, past=past)
    ]
    return Paper(blueprint=blueprint.name, version=blueprint.version, seed=seed, items=items)


def _chosen(
    blueprint: Blueprint,
    category: Category,
    pool: Sequence[str],
    *,
    seed: int,
    past: Sequence[Item],
) -> Iterator[str]:
    """The least used of the topic, in an order that the seed draws."""
    there = sorted(question for question in pool if _topic(question) == category.topic)
    if len(there) < category.questions:
        raise Problem(
            f"The exam {blueprint.name!r} asks for {category.questions} questions of "
            f"{category.topic!r}, and {len(there)} are installed. "
            "Reinstall étude: pip install --upgrade etude"
        )
    uses = Counter(item.question for item in past)
    _rng(blueprint, seed, category.topic).shuffle(there)
    yield from sorted(there, key=lambda question: uses[question])[: category.questions]


def _seed(question: str, past: Sequence[Item], *, rng: random.Random, variants: int) -> int:
    """One of the variants that the person has met least often."""
    met = Counter(item.seed % variants for item in past if item.question == question)
    least = min(met[seed] for seed in range(variants))
    return rng.choice([seed for seed in range(variants) if met[seed] == least])


def _rng(blueprint: Blueprint, seed: int, what: str) -> random.Random:
    """Its own for each topic and question, so that one more category changes no other."""
    return random.Random(f"{blueprint.name} {blueprint.version} {seed} {what}")


def _topic(question: str) -> str:
    return question.rpartition("/")[0]
