"""Fixtures: small questions as the only ones that are installed, and clocks that a test moves."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from moved_clocks import Clocks
from small_questions import write_questions

from etude.catalog import blueprints as blueprint_catalog
from etude.catalog import exercises as catalog


@pytest.fixture
def questions(tmp_path: Path) -> Iterator[Path]:
    """The only installed collection of questions."""
    folder = tmp_path / "questions"
    write_questions(folder)
    with only_collection(folder):
        yield folder


@contextmanager
def only_collection(folder: Path) -> Iterator[None]:
    """Nothing else is installed meanwhile.

    What was read is forgotten once the patches are undone: a thread that a test has left behind
    may read again until then.
    """
    found = (catalog.exercises, catalog.questions, blueprint_catalog.blueprints)
    with pytest.MonkeyPatch.context() as patched:
        for module in (catalog, blueprint_catalog):
            patched.setattr(module, "collections", lambda group: (folder,))
        _forget(found)
        yield
    _forget(found)


def _forget(found: Sequence[Any]) -> None:
    for one in found:
        one.cache_clear()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()
