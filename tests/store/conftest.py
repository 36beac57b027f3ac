"""Attempts to keep, and folders in which nothing can be written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import read_only, small
from making_attempts import MakeAttempt, make_attempt


@pytest.fixture
def attempt() -> MakeAttempt:
    """``attempt(exercise, passed=False, at=NOON, text="x = 1", learner="ann")``."""
    return make_attempt


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    with small(tmp_path / "disk") as folder:
        yield folder


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    with read_only(tmp_path / "read-only") as folder:
        yield folder
