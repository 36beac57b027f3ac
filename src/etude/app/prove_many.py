"""Proves several exercises at a time, and tells of them in their order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

from etude.app.proof import Proof
from etude.domain.exercise import Exercise

Prove = Callable[[Exercise], Iterable[Proof]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Begun:
    """One exercise whose proofs come as they are made; None follows the last of them."""

    proofs: SimpleQueue[Proof | None]
    work: Future[None]

    def __iter__(self) -> Iterator[Proof]:
        yield from iter(self.proofs.get, None)
        self.work.result()


def prove_many(exercises: Sequence[Exercise], prove: Prove, *, jobs: int) -> Iterator[Proof]:
    """Every proof of the first, then of the second ...; each as soon as it may be told.

    Args:
      jobs: so many are proven at a time, each in a child of the worker of its own.
    """
    pool = ThreadPoolExecutor(jobs)
    try:
        for begun in [_begin(pool, exercise, prove) for exercise in exercises]:
            yield from begun
    finally:
        # Whoever stops reading, as Ctrl-C does, wants no more of them begun.
        pool.shutdown(cancel_futures=True)


def _begin(pool: ThreadPoolExecutor, exercise: Exercise, prove: Prove) -> _Begun:
    proofs: SimpleQueue[Proof | None] = SimpleQueue()

    def work() -> None:
        try:
            for proof in prove(exercise):
                proofs.put(proof)
        finally:
            proofs.put(None)

    return _Begun(proofs=proofs, work=pool.submit(work))
