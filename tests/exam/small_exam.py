"""Fixtures: small questions as the only ones that are installed, and clocks that a test moves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from moved_clocks import Clocks
from only_collection import only_collection
from small_questions import write_questions


@pytest.fixture
def questions(tmp_path: Path) -> Iterator[Path]:
    """The only installed collection of questions."""
    folder = tmp_path / "questions"
    write_questions(folder)
    with only_collection(folder):
        yield folder


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()
