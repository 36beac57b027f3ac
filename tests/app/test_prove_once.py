"""What was proven is not run again until something that it depends on changes."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from small_exercise import write_exercise

from etude.app.proof import Proof
from etude.app.prove import Prover
from etude.app.prove_once import prove_once
from etude.app.proven import Proven
from etude.catalog.exercises import read_exercise
from etude.domain.exercise import Exercise


class Counting:
    """Proves two statements, the second with this problem, and counts how often."""

    def __init__(self, problem: str = "") -> None:
        self.problem = problem
        self.times = 0

    def prove(self, exercise: Exercise) -> Iterator[Proof]:
        self.times += 1
        yield Proof(exercise=exercise.id, statement="the first")
        yield Proof(exercise=exercise.id, statement="the second", problem=self.problem)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_exercise(tmp_path / "collection")


@pytest.fixture
def proven(tmp_path: Path) -> Proven:
    return Proven(folder=tmp_path / "proven")


def prove(folder: Path, proven: Proven, prover: Counting, *, fresh: bool = False) -> list[str]:
    exercise = read_exercise(folder)
    proofs = prove_once(exercise, proven, lambda: cast(Prover, prover), fresh=fresh)
    return [proof.statement for proof in proofs]


def test_an_unchanged_exercise_is_proven_once(folder: Path, proven: Proven) -> None:
    prover = Counting()

    first, second = (prove(folder, proven, prover) for _ in range(2))

    assert first == ["the first", "the second"]
    assert second == ["proven before (2 statements)"]
    assert prover.times == 1


def test_what_does_not_hold_is_tried_again(folder: Path, proven: Proven) -> None:
    prover = Counting("it passes")

    for _ in range(2):
        prove(folder, proven, prover)

    assert prover.times == 2


def test_a_changed_file_is_proven_again(folder: Path, proven: Proven) -> None:
    prover = Counting()
    prove(folder, proven, prover)

    (folder / "hints.md").write_text("## 1\n\nAnother hint.\n")
    prove(folder, proven, prover)

    assert prover.times == 2


def test_fresh_ignores_what_was_proven(folder: Path, proven: Proven) -> None:
    prover = Counting()
    for _ in range(2):
        prove(folder, proven, prover, fresh=True)

    assert prover.times == 2


def test_a_damaged_note_is_no_proof(folder: Path, proven: Proven) -> None:
    prover = Counting()
    prove(folder, proven, prover)
    for note in proven.folder.iterdir():
        note.write_text("[")

    prove(folder, proven, prover)

    assert prover.times == 2
