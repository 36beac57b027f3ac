"""An exam of small questions, whose clocks and sandbox belong to the test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from moved_clocks import Begin, Clocks
from small_questions import answer, write_questions

from etude.app.exam.begin import Beginning, begin, named_blueprint
from etude.app.exam.exam import Exam
from etude.catalog import blueprints as blueprint_catalog
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.sitting import Allowances, Sitting
from etude.sandbox.fake import FakeSandbox
from etude.store.blobs import MemoryBlobs
from etude.store.memory import MemoryStore


@pytest.fixture
def questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only installed collection of questions."""
    folder = tmp_path / "questions"
    write_questions(folder)
    for module in (catalog, blueprint_catalog):
        monkeypatch.setattr(module, "collections", lambda group: (folder,))
    found = (catalog.exercises, catalog.questions, blueprint_catalog.blueprints)
    for one in found:
        one.cache_clear()
    yield folder
    for one in found:
        one.cache_clear()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


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
