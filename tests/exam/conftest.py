"""An exam of small questions, whose clocks and sandbox belong to the test."""

from pathlib import Path

import pytest
from moved_clocks import Begin, Clocks
from small_exam import clocks, questions
from small_questions import answer

from etude.app.exam.begin import Beginning, begin, named_blueprint
from etude.app.exam.exam import Exam
from etude.catalog import blueprints as blueprint_catalog
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.sitting import Allowances, Sitting
from etude.sandbox.fake import FakeSandbox
from etude.store.blobs import MemoryBlobs
from etude.store.memory import MemoryStore

__all__ = ["clocks", "questions"]


@pytest.fixture
def fake() -> FakeSandbox:
    return FakeSandbox(answer)


@pytest.fixture
def exam(questions: Path, clocks: Clocks, fake: FakeSandbox) -> Exam:
    return Exam(
        learner="ann",
        store=MemoryStore(),
        blobs=MemoryBlobs(),
        blueprints=blueprint_catalog.blueprints(),
        questions=catalog.questions(),
        read_clocks=clocks,
        sandbox=lambda: fake,
    )


@pytest.fixture
def begun(exam: Exam, tmp_path: Path) -> Begin:
    """``begun(pauses=True, name="second")``: a sitting that has just begun."""

    def start(
        *, pauses: bool = False, extra_minutes: int = 0, name: str = "sitting", seed: int = 1
    ) -> Sitting:
        beginning = Beginning(
            blueprint=named_blueprint(exam, "small"),
            workspace=tmp_path / name,
            seed=seed,
            id=f"id-{name}",
            allowances=Allowances(extra_minutes=extra_minutes, pauses=pauses),
        )
        return begin(exam, beginning, public_data=public_data)

    return start


@pytest.fixture
def sitting(begun: Begin) -> Sitting:
    return begun()
