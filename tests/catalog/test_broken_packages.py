"""What somebody else installed and cannot be used costs nobody a command."""

import importlib
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from etude.catalog import collections
from etude.catalog import exercises as catalog
from etude.checks import installed_checks as checks
from etude.diagnoses import diagnose
from etude.domain import left_out

METADATA = """
title = "Small"
summary = "Small."
skills = []
kind = "build"
level = 1
minutes = 5
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    caches = (
        catalog.exercises,
        catalog.questions,
        collections.collections,
        checks.installed_checks,
        diagnose.catalogue,
    )
    for cached in caches:
        cached.cache_clear()
    left_out.forget()
    yield
    for cached in caches:
        cached.cache_clear()
    left_out.forget()


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder from which packages can be imported."""
    monkeypatch.syspath_prepend(str(tmp_path))
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("elsewhere")]:
        del sys.modules[name]


def install(monkeypatch: pytest.MonkeyPatch, module: object, *names: str) -> None:
    """Only these packages stand behind the module's entry points."""
    points = [EntryPoint(name, name, "group") for name in names]
    monkeypatch.setattr(module, "entry_points", lambda group: points)


def package(folder: Path, name: str, **modules: str) -> Path:
    made = folder / name
    made.mkdir()
    for module, text in {"__init__": "", **modules}.items():
        (made / f"{module}.py").write_text(text)
    importlib.invalidate_caches()  # the folder may have been listed before this was in it
    return made


def exercise(collection: Path, exercise_id: str, text: str = METADATA) -> Path:
    folder = collection / exercise_id
    folder.mkdir(parents=True)
    (folder / "exercise.toml").write_text(text)
    return folder


@pytest.mark.parametrize("content", [b"title =", b'title = "caf\xe9"', b'title = "Small"'])
def test_an_exercise_that_cannot_be_read_leaves_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    exercise(tmp_path, "topic/good")
    (exercise(tmp_path, "topic/bad") / "exercise.toml").write_bytes(content)
    monkeypatch.setattr(catalog, "collections", lambda group: (tmp_path,))

    assert list(catalog.exercises()) == ["topic/good"]
    assert [str(tmp_path / "topic/bad/exercise.toml") in told for told in left_out.told()] == [True]
    with pytest.raises(catalog.UnreadableExercise, match="bad"):
        catalog.raise_if_unreadable("topic/bad")
    catalog.raise_if_unreadable("topic/good")
    catalog.raise_if_unreadable("nowhere")


def test_the_second_exercise_of_an_id_is_left_out_and_both_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = [exercise(tmp_path / name, "topic/same") for name in ("one", "two")]
    monkeypatch.setattr(catalog, "collections", lambda group: (tmp_path / "one", tmp_path / "two"))

    assert catalog.exercises()["topic/same"].folder == folders[0]
    assert all(str(folder) in left_out.told()[0] for folder in folders)


def test_a_collection_that_cannot_be_imported_leaves_ours(
    packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(packages, "elsewhere", __init__="raise RuntimeError('elsewhere is broken')")
    install(monkeypatch, collections, "etude.exercises", "elsewhere.exercises", "no_such.exercises")

    assert len(collections.collections(collections.EXERCISES)) == 1
    assert ["elsewhere is broken" in told for told in left_out.told()] == [True, False]


def test_our_own_exercises_come_first(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(packages, "a_elsewhere")
    install(monkeypatch, collections, "a_elsewhere", "etude.exercises")

    assert collections.collections(collections.EXERCISES)[0].parent.name == "etude"
    shutil.rmtree(packages / "a_elsewhere")


def test_drafts_are_for_their_authors_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exercise(tmp_path, "topic/draft", METADATA + 'status = "draft"\n')
    exercise(tmp_path, "topic/ready")
    monkeypatch.setattr(catalog, "collections", lambda group: (tmp_path,))

    assert list(catalog.exercises()) == ["topic/ready"]
    assert list(catalog.exercises_and_drafts()) == ["topic/draft", "topic/ready"]


@pytest.mark.parametrize("where", ["__init__", "broken"])
def test_a_broken_package_of_checks_leaves_ours(
    packages: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    package(packages, "elsewhere", **{where: "import no_such_module"})
    install(monkeypatch, checks, "elsewhere", "etude.checks")

    assert "Defines" in {check.__name__ for check in checks.installed_checks()}
    assert "no_such_module" in left_out.told()[0]


@pytest.mark.parametrize("where", ["__init__", "broken"])
def test_a_broken_package_of_diagnoses_leaves_ours(
    packages: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    package(packages, "elsewhere", **{where: "raise SystemExit(3)"})
    install(monkeypatch, diagnose, "elsewhere", "etude.diagnoses.catalogue")

    assert "nan_loss" in diagnose.catalogue()
    assert "SystemExit" in left_out.told()[0]


def test_answers_of_every_collection_are_named_topic_by_topic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exercise(tmp_path, "topic/one")
    (tmp_path / "checks").mkdir()
    monkeypatch.setattr(catalog, "collections", lambda group: (tmp_path,))

    assert catalog.answer_folders() == (tmp_path / "topic",)


def test_no_exercise_about_data_has_the_name_of_a_data_set() -> None:
    """In a workspace the sets lie in data/, and so does that topic."""
    from etude.catalog.data import data_folder

    sets = {entry.name for entry in (data_folder() / "public").iterdir()}
    about_data = {e.name for e in catalog.exercises().values() if e.id.startswith("data/")}

    assert about_data.isdisjoint(sets)
