"""Wires proofs together from what is on this machine."""

import contextlib
import functools
import threading
from collections.abc import Callable, Iterator, Sequence

from etude.app.grader import make_grader
from etude.app.open_practice import user_sandbox
from etude.app.places import find_places
from etude.app.proof import Proof
from etude.app.prove import Prover
from etude.app.prove_many import prove_many
from etude.app.prove_once import prove_once
from etude.app.prove_question import QuestionProver
from etude.app.proven import Proven
from etude.diagnoses.diagnose import catalogue
from etude.domain.exercise import Exercise, Kind
from etude.grading.grade import Grader


def proofs_here(
    exercises: Sequence[Exercise], *, jobs: int, fresh: bool, right: bool = False
) -> Iterator[Proof]:
    """Proofs in this user's worker, which is not started when all was proven before.

    Args:
      right: only that right answers pass, which is not remembered as a proof.
    """
    proven = Proven(folder=find_places().state / "proven")
    with contextlib.ExitStack() as stack:
        grader = _once(lambda: make_grader(stack.enter_context(user_sandbox(find_places()))))

        def prove(exercise: Exercise) -> Iterator[Proof]:
            prover = functools.partial(_prover, exercise, grader)
            if right:
                return prover().prove_right_answers(exercise)
            return prove_once(exercise, proven, prover, fresh=fresh)

        yield from prove_many(exercises, prove, jobs=jobs)


def _prover(exercise: Exercise, grader: Callable[[], Grader]) -> Prover | QuestionProver:
    kind = QuestionProver if exercise.kind is Kind.QUESTION else Prover
    return kind(grader=grader(), known_diagnoses=frozenset(catalogue()))


def _once(make: Callable[[], Grader]) -> Callable[[], Grader]:
    """Made when first asked for, by whichever thread comes first."""
    lock, made = threading.Lock(), functools.cache(make)

    def get() -> Grader:
        with lock:
            return made()

    return get
