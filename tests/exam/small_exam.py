"""Fixtures: small questions as the only ones that are installed, and clocks that a test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from moved_clocks import Clocks
from small_questions import write_questions

from etude.catalog import blueprints as blueprint_catalog
from etude.catalog import exercises as catalog


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
