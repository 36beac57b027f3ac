"""What all tests share: a sandbox that stays warm for the whole session."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from etude.sandbox import Sandbox, open_sandbox

# A shell that runs the tests in the background lets them ignore Ctrl-C, and so would all programs
# that they start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def warm_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """One worker with TensorFlow in memory; started by the first test that asks for it."""
    with open_sandbox(runtime_dir=_short_folder(tmp_path_factory), background=False) as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the real state folder."""
    monkeypatch.setenv("ETUDE_HOME", str(tmp_path / "etude-home"))


def _short_folder(factory: pytest.TempPathFactory) -> Path:
    """A Unix socket's path has at most 107 bytes."""
    folder = factory.mktemp("run")
    os.chmod(folder, 0o700)
    return folder
