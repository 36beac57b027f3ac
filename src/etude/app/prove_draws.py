"""Proves that the marks of a question do not hang on which hidden rows a sitting draws."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from etude.app.constant_answers import Arrays, Facts, judged_on_data
from etude.app.proof import Proof, proof_of
from etude.checks.base import Check
from etude.domain.exam import PLACES
from etude.domain.exercise import Exercise
from etude.domain.outcome import Outcome
from etude.exams.seal import sealed

_SITTINGS = 20
_OUTPUTS = "outputs"


def prove_every_draw_is_fair(
    question: Exercise,
    checks: Sequence[Check],
    outcomes: Sequence[Outcome],
    hidden: Callable[[str], Arrays],
) -> Iterator[Proof]:
    """Judges what the solution answered for the rows of many sittings; costs no run of its own."""
    for check, facts in judged_on_data(checks, outcomes, hidden):
        if check.hidden:
            yield proof_of(
                question,
                f"{check.name} gives the solution all points on the rows of {_SITTINGS} sittings",
                _problem(check, facts),
            )


def _problem(check: Check, facts: Facts) -> str:
    points = {seed: check.judge(_drawn(facts, seed)).points for seed in range(_SITTINGS)}
    poor = [seed for seed, earned in points.items() if earned < check.points]
    if not poor:
        return ""
    lowest = min(points.values())
    return f"{len(poor)} of them give fewer, the lowest {lowest} of {check.points}"


def _drawn(facts: Facts, seed: int) -> Facts:
    labels = np.asarray(facts["labels"])
    rows = sealed({"labels": labels}, seed=seed, salt="")[PLACES]
    outputs = np.asarray(facts[_OUTPUTS])[rows]
    drawn = {**facts, _OUTPUTS: outputs, "labels": labels[rows], PLACES: rows}
    return {name: fact for name, fact in drawn.items() if name != "what_if"}  # of all the rows
