"""Draws a paper: reproducible, and never what the person has had while there is anything else."""

import random
from collections import Counter
from collections.abc import Sequence

from etude.domain.exam import Blueprint, Item, Paper
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
    topics = dict.fromkeys(category.topic for category in blueprint.categories)
    waiting = {
        topic: iter(_drawn(blueprint, topic, pool, seed=seed, past=past)) for topic in topics
    }
    items = [
        Item(
            number=number,
            topic=category.topic,
            question=(question := next(waiting[category.topic])),
            seed=_seed(question, past, rng=_rng(blueprint, seed, question), variants=variants),
            weight=category.weight / category.questions,
        )
        for number, category in enumerate(blueprint.numbered, start=1)
    ]
    return Paper(blueprint=blueprint.name, version=blueprint.version, seed=seed, items=items)


def _drawn(
    blueprint: Blueprint, topic: str, pool: Sequence[str], *, seed: int, past: Sequence[Item]
) -> Sequence[str]:
    """All of the topic in an order that the seed draws, the least used first.

    Categories of one topic take from the same row, so that none gets what another has.
    """
    there = sorted(question for question in pool if _topic(question) == topic)
    wanted = sum(category.topic == topic for category in blueprint.numbered)
    if len(there) < wanted:
        raise Problem(
            f"The exam {blueprint.name!r} asks for {wanted} questions of "
            f"{topic!r}, and {len(there)} are installed. "
            "Reinstall étude: pip install --upgrade etude"
        )
    uses = Counter(item.question for item in past)
    _rng(blueprint, seed, topic).shuffle(there)
    return sorted(there, key=lambda question: uses[question])


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
