"""A practice with a fake sandbox in a workspace with one small exercise."""

from collections.abc import Callable, Mapping

import pytest
from small_practice import (
    collection,
    exercise,
    exercises,
    fake,
    memory,
    workspace,
)

from etude.app.practise import Practice
from etude.app.records import Records
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.sandbox import Sandbox
from etude.store.memory import MemoryStore

MakePractice = Callable[..., Practice]


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
