"""Sandboxes for tests: short-lived, private, and without TensorFlow unless a test asks for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import canned
import pytest
from light import LIGHT

from etude.domain.job import Job, Limits
from etude.sandbox import Sandbox, SandboxSettings, open_sandbox
from etude.sandbox.fake import FakeSandbox
from etude.sandbox.spare import SpareSandbox

_OF_JOB = ("files", "links", "artifacts")

Program = Callable[..., Job]


@pytest.fixture
def program() -> Program:
    """Builds a job from source code; limits are given as keywords of their own."""

    def build(source: str, **options: object) -> Job:
        # "files" is a name in both: here it means the job's.
        others = {name: value for name, value in options.items() if name in _OF_JOB}
        limits = {name: value for name, value in options.items() if name not in _OF_JOB}
        return Job(task=source.encode(), limits=Limits(**limits), **others)  # type: ignore[arg-type]

    return build


@pytest.fixture
def light() -> SandboxSettings:
    return LIGHT


def _open(kind: str, folder: Path) -> Sandbox:
    if kind == "fake":
        return FakeSandbox(canned.answer)
    if kind == "spare":
        return SpareSandbox(replace(LIGHT, maximum_level=1))
    level = int(kind[-1])
    return open_sandbox(
        runtime_dir=folder,
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=LIGHT,
    )


@pytest.fixture(scope="module", params=["level 1", "level 2", "level 3", "spare", "fake"])
def any_sandbox(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sandbox]:
    """Every implementation."""
    folder = tmp_path_factory.mktemp("rt") / "rt"
    with _open(request.param, folder) as opened:
        yield opened


@pytest.fixture
def sandbox(any_sandbox: Sandbox) -> Sandbox:
    """Every implementation that runs code."""
    return any_sandbox


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fake runs no code."""
    items[:] = [item for item in items if not _asks_the_fake_to_run_code(item)]


def _asks_the_fake_to_run_code(item: pytest.Item) -> bool:
    if not isinstance(item, pytest.Function) or "sandbox" not in item.fixturenames:
        return False
    callspec = getattr(item, "callspec", None)
    return callspec is not None and callspec.params.get("any_sandbox") == "fake"


@pytest.fixture(scope="module", params=["level 2", "level 3"])
def closed_sandbox(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sandbox]:
    """Those that keep learner code away from the rest of the machine."""
    folder = tmp_path_factory.mktemp("rt") / "rt"
    with _open(request.param, folder) as opened:
        yield opened
