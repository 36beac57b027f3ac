"""Proves that answers without substance fail: an empty one, one without the key, a constant."""

from collections.abc import Callable, Iterator, Sequence

from etude.app.constant_answers import Arrays, judged_on_data, passing_constant
from etude.app.do_nothing import do_nothing
from etude.app.proof import MUST_NOT_PASS, Proof, proof_of
from etude.app.without_key import without_key
from etude.catalog.texts import read_text
from etude.checks.base import Check
from etude.domain.exercise import Exercise
from etude.domain.outcome import Outcome
from etude.domain.report import Report


def prove_nothing_passes(exercise: Exercise, graded: Callable[[str], Report]) -> Iterator[Proof]:
    """Grades both as they stand; a variant has other words, but fails for the same reason."""
    if exercise.seed:
        return
    answers = {"an answer that does nothing": do_nothing(exercise)}
    if exercise.key:
        text = without_key(read_text(exercise, "solution.py"), exercise.key)
        answers[f"the solution without {exercise.key!r}"] = text
    for name, text in answers.items():
        problem = MUST_NOT_PASS.problem(graded(text))
        yield proof_of(exercise, f"{name} {MUST_NOT_PASS.statement}", problem)


def prove_no_constant_passes(
    exercise: Exercise,
    checks: Sequence[Check],
    outcomes: Sequence[Outcome],
    hidden: Callable[[str], Arrays],
) -> Iterator[Proof]:
    """Judges constants on the facts that the solution's runs brought out."""
    for check, facts in judged_on_data(checks, outcomes, hidden):
        constant = passing_constant(check, facts)
        yield proof_of(
            exercise,
            f"{check.name} is passed by no constant answer",
            f"it passes with {constant}" if constant else "",
        )
