"""Fixtures: a server in an empty folder with one small exam, whose clocks the test moves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from moved_clocks import Clocks
from small_questions import answer
from starlette.testclient import TestClient
from web_clients import client_of, come_in, make_ground

from etude.sandbox import Sandbox
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.ground import Ground


@pytest.fixture
def kept() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def exam_ground(
    questions: Path, clocks: Clocks, kept: MemoryStore, tmp_path: Path
) -> Iterator[Ground]:
    folder = tmp_path / "work"
    folder.mkdir()
    ground = another_server(folder, clocks, kept)
    yield ground
    ground.attendance.leave()


@pytest.fixture
def candidate(exam_ground: Ground) -> TestClient:
    return come_in(client_of(exam_ground), exam_ground)


def another_server(
    folder: Path, clocks: Clocks, kept: MemoryStore, *, sandbox: Sandbox | None = None
) -> Ground:
    """As another process would be over the same store and folders."""
    ground = make_ground(folder, sandbox or FakeSandbox(answer), kept)
    return replace(ground, read_clocks=clocks)


def begin(client: TestClient, **wishes: Any) -> str:
    """The path of a sitting's API."""
    answered = client.post("/api/sittings", json={"blueprint": "small", "seed": 5, **wishes})
    assert answered.status_code == 201, answered.text
    return f"/api/sittings/{answered.json()['sitting']}"


def write(client: TestClient, question: str, text: str) -> None:
    """The program of a question, whose path is given."""
    base = client.get(f"{question}/file").json()["digest"]
    answered = client.put(f"{question}/file", json={"text": text, "base": base})
    assert answered.status_code == 200, answered.text


def put_model(client: TestClient, sitting: str, number: int, worth: str) -> None:
    """What a program of this question would have written."""
    (folder,) = Path(client.get(sitting).json()["workspace"]).glob(f"{number}_*")
    (folder / "model.keras").write_text(worth)
