"""The version of what is installed to be asked."""

from pathlib import Path

import pytest

from etude.catalog import content_version as module
from etude.catalog.content_version import content_version


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A collection of one question."""
    (tmp_path / "topic" / "one").mkdir(parents=True)
    (tmp_path / "topic" / "one" / "checks.py").write_text("bar = 0.9")
    monkeypatch.setattr(module, "collections", lambda kind: [tmp_path])
    return tmp_path


def test_it_is_the_same_while_nothing_changes(folder: Path) -> None:
    assert content_version() == content_version()
    assert len(content_version()) == 12


def test_any_change_is_another_version(folder: Path) -> None:
    before = content_version()
    (folder / "topic" / "one" / "checks.py").write_text("bar = 0.8")
    changed = content_version()
    (folder / "topic" / "one" / "checks.py").rename(folder / "topic" / "one" / "check.py")

    assert len({before, changed, content_version()}) == 3


def test_what_python_leaves_behind_is_none(folder: Path) -> None:
    before = content_version()
    (folder / "topic" / "__pycache__").mkdir()
    (folder / "topic" / "__pycache__" / "checks.pyc").write_bytes(b"x")

    assert content_version() == before


def test_what_is_installed_has_one() -> None:
    assert int(content_version(), 16) >= 0
