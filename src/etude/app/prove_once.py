"""Proves what was not proven before."""

from collections.abc import Callable, Iterator

from etude.app.proof import Proof, Proves
from etude.app.proven import Proven
from etude.domain.exercise import Exercise


def prove_once(
    exercise: Exercise, proven: Proven, prover: Callable[[], Proves], *, fresh: bool = False
) -> Iterator[Proof]:
    """Every statement as it is tried, or one about all of them when they are known to hold."""
    known = None if fresh else proven.recall(exercise)
    if known is not None:
        yield Proof(exercise=exercise.id, statement=_known(exercise, len(known)))
        return
    proofs = []
    for proof in prover().prove(exercise):
        proofs.append(proof)
        yield proof
    if all(proof.holds for proof in proofs):
        proven.keep(exercise, [proof.statement for proof in proofs])


def _known(exercise: Exercise, count: int) -> str:
    of = f"seed {exercise.seed}: " if exercise.seed else ""
    return f"{of}proven before ({count} statements)"
