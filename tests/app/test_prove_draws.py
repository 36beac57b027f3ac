"""A question's bars must not hang on which hidden rows a sitting draws."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from etude.app.prove_draws import prove_every_draw_is_fair
from etude.checks.reaches_bars import ReachesBars
from etude.domain.exercise import Exercise, Kind
from etude.domain.outcome import Outcome

LABELS = np.arange(100) % 2
QUESTION = Exercise(
    id="tests/question", title="", summary="", skills=(), kind=Kind.QUESTION, level=1, minutes=1,
    folder=Path(),
)  # fmt: skip


def problems(*, right: int, bar: float) -> list[str]:
    """Of a solution that is right about so many of a hundred rows."""
    check = ReachesBars(
        name="bars", artifact="model.keras", hidden="set", lower=(0.5,), bar=bar, points=2
    )
    outputs = np.eye(2, dtype=np.float32)[np.where(np.arange(100) < right, LABELS, 1 - LABELS)]
    frame = {"kind": "probe", "check": "bars", "part": "reload", "facts": {"outputs": outputs}}
    outcome = Outcome(frames=[frame])

    def hidden(name: str) -> Mapping[str, np.ndarray]:
        return {"inputs": np.zeros((100, 1)), "labels": LABELS}

    proofs = prove_every_draw_is_fair(QUESTION, [check], [outcome], hidden)
    return [proof.problem for proof in proofs]


def test_a_bar_well_below_the_solution_is_fair() -> None:
    assert problems(right=90, bar=0.8) == [""]


def test_a_bar_that_the_solution_just_reaches_on_all_rows_is_not() -> None:
    (problem,) = problems(right=90, bar=0.9)

    assert "of them give fewer, the lowest 1 of 2" in problem
