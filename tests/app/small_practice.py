"""Fixtures: a workspace with one small exercise, and what answers for a sandbox and a store."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from only_collection import only_collection
from small_exercise import ID, answer, write_exercise

from etude.app.practise import Practice
from etude.app.records import Records
from etude.app.start import start_workspace
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.exercise import Exercise
from etude.sandbox import Sandbox
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore

MakePractice = Callable[..., Practice]


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Path]:
    """The only installed collection; holds one exercise."""
    folder = tmp_path / "collection"
    write_exercise(folder)
    with only_collection(folder):
        yield folder


@pytest.fixture
def exercises(collection: Path) -> Mapping[str, Exercise]:
    return catalog.exercises()


@pytest.fixture
def exercise(exercises: Mapping[str, Exercise]) -> Exercise:
    return exercises[ID]


@pytest.fixture
def workspace(tmp_path: Path, exercises: Mapping[str, Exercise]) -> Workspace:
    return start_workspace(tmp_path / "practice", exercises, public_data).workspace


@pytest.fixture
def fake() -> FakeSandbox:
    """Answers as if the learner's program were right."""
    return FakeSandbox(answer())


@pytest.fixture
def memory() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def make_practice(
    workspace: Workspace, exercises: Mapping[str, Exercise], memory: MemoryStore
) -> MakePractice:
    """``make_practice(sandbox)``: a practice whose attempts are kept in ``memory``."""

    def make(sandbox: Sandbox) -> Practice:
        records = Records(lambda: memory, lambda: "ann")
        return Practice(
            workspace=workspace,
            exercises=exercises,
            records=records,
            open_sandbox=lambda: sandbox,
        )

    return make
