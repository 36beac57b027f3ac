"""Several exercises are proven at a time and told of in their order."""

import threading
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_exercise import write_exercise

from etude.app.proof import Proof
from etude.app.prove_many import prove_many
from etude.catalog.exercises import read_exercise
from etude.domain.exercise import Exercise


@pytest.fixture
def several(tmp_path: Path) -> list[Exercise]:
    first = read_exercise(write_exercise(tmp_path))
    return [replace(first, id=f"images/{name}") for name in ("a", "b", "c")]


def test_two_are_proven_at_a_time(several: list[Exercise]) -> None:
    both = threading.Barrier(2, timeout=20)

    def prove(exercise: Exercise) -> Iterator[Proof]:
        if exercise is not several[2]:
            both.wait()
        yield Proof(exercise=exercise.id, statement="it is met by another")

    proofs = list(prove_many(several, prove, jobs=2))

    assert [proof.exercise for proof in proofs] == ["images/a", "images/b", "images/c"]


def test_what_is_ready_early_is_told_in_its_turn(several: list[Exercise]) -> None:
    others_are_done = threading.Event()

    def prove(exercise: Exercise) -> Iterator[Proof]:
        yield Proof(exercise=exercise.id, statement="begun")
        if exercise is several[0]:
            assert others_are_done.wait(timeout=20)
        if exercise is several[2]:
            others_are_done.set()
        yield Proof(exercise=exercise.id, statement="ended")

    told = [(p.exercise[-1], p.statement) for p in prove_many(several, prove, jobs=2)]

    assert told == [(name, said) for name in "abc" for said in ("begun", "ended")]


def test_a_proof_is_told_before_the_next_is_made(several: list[Exercise]) -> None:
    told = threading.Event()

    def prove(exercise: Exercise) -> Iterator[Proof]:
        yield Proof(exercise=exercise.id, statement="first")
        assert told.wait(timeout=20)
        yield Proof(exercise=exercise.id, statement="second")

    proofs = prove_many(several[:1], prove, jobs=1)

    assert next(proofs).statement == "first"
    told.set()
    assert next(proofs).statement == "second"


def test_what_goes_wrong_in_one_is_raised(several: list[Exercise]) -> None:
    def prove(exercise: Exercise) -> Iterator[Proof]:
        yield Proof(exercise=exercise.id, statement="begun")
        raise RuntimeError(exercise.id)

    with pytest.raises(RuntimeError, match="images/a"):
        list(prove_many(several, prove, jobs=2))


def test_nothing_new_is_begun_when_nobody_reads_on(several: list[Exercise]) -> None:
    begun: list[str] = []
    stopped = threading.Event()

    def prove(exercise: Exercise) -> Iterator[Proof]:
        begun.append(exercise.id)
        yield Proof(exercise=exercise.id, statement="begun")
        stopped.wait(timeout=20)

    proofs = prove_many(several, prove, jobs=1)
    next(proofs)
    threading.Timer(0.2, stopped.set).start()
    assert isinstance(proofs, Generator)
    proofs.close()

    assert begun == ["images/a"]
