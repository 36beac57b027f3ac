"""Whatever a learner, an exercise or a program is called or says, it stays text on every page."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from every_route import doors
from harmless import NASTY, NASTY_NAME, PICTURE, SCRIPT, obeyed
from small_exercise import ID, answer
from starlette.applications import Starlette
from starlette.testclient import TestClient
from test_html_page import nasty_checkup
from test_seen_pages import visit

from etude.app.doctor import Wishes, examine_program
from etude.app.run_log import ENDED, RunEvent, RunLog, RunReader
from etude.app.targets import kind_of
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.domain.exercise import Exercise
from etude.domain.job import Job
from etude.domain.outcome import Outcome
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.web.following import Happening
from etude.web.ground import Ground
from etude.web.pages.practise_events import shown

TOPIC, _, NAME = ID.partition("/")
BESIDE = f"{ID}/{NASTY_NAME}.py"
MODEL = {
    "key": "1", "kind": NASTY, "name": NASTY,
    "layers": [{"name": NASTY, "kind": NASTY, "calls": [[]], "output_shape": [NASTY]}],
}  # fmt: skip
FRAMES = [
    {"kind": "model", "model": MODEL},
    {
        "kind": "fit", "index": 0, "line": 3, "model": MODEL, "arguments": {"epochs": 2},
        "train": {"role": NASTY, "kind": NASTY},
    },
    {"kind": "epoch", "fit": 0, "epoch": 0, "logs": {NASTY: 0.5}},
    {"kind": "epoch", "fit": 0, "epoch": 1, "logs": {NASTY: 0.25}},
]  # fmt: skip


@pytest.fixture
def fake() -> FakeSandbox:
    return FakeSandbox(outcome)


def outcome(job: Job) -> Outcome:
    """Of a program that trains, prints and is called what does harm."""
    whole = answer(right=False)
    return replace(whole, stdout=NASTY, stderr=NASTY, frames=[*FRAMES, *whole.frames])


@pytest.fixture
def collection(collection: Path) -> Path:
    """The exercise itself, as somebody else may have written it."""
    folder = collection / ID
    metadata = folder / "exercise.toml"
    metadata.write_text(
        metadata.read_text()
        .replace('"Pixels between nought and one"', json.dumps(NASTY))
        .replace('"Write a pipeline whose pixels lie between 0 and 1."', json.dumps(NASTY))
    )
    for name in ("README.md", "solution.py", "starter.py"):
        (folder / name).write_text(f"{(folder / name).read_text()}\n\n# {NASTY}\n")
    hints = folder / "hints.md"
    hints.write_text(hints.read_text().replace("Look at the range.", NASTY))
    checks = folder / "checks.py"
    checks.write_text(checks.read_text().replace('"values between 0 and 1"', repr(NASTY)))
    catalog.exercises.cache_clear()
    return folder.parent.parent


@pytest.fixture
def numbers(
    client: TestClient,
    ground: Ground,
    exercise: Exercise,
    workspace: Workspace,
    memory: MemoryStore,
) -> list[int]:
    """Two attempts that have gone the way of every attempt."""
    (workspace.root / BESIDE).write_text(f"# {NASTY}\n")
    for number in range(2):
        workspace.path(exercise).write_text(f"# {NASTY} {number}\n")
        client.post(f"/api/exercises/{ID}/runs", json={}).raise_for_status()
        until_kept(memory, number + 1)
    return [attempt.number for attempt in memory.attempts("ann", ID)]


def events_until_it_ended(log: RunLog) -> Sequence[RunEvent]:
    """An attempt is kept before the run has said all."""
    deadline = time.monotonic() + 20
    while True:
        events = RunReader(log).read()
        if any(event.event == ENDED for event in events):
            return events
        assert time.monotonic() < deadline
        time.sleep(0.02)


def until_kept(memory: MemoryStore, times: int) -> None:
    deadline = time.monotonic() + 20
    while len(memory.attempts("ann", ID)) < times:
        assert time.monotonic() < deadline
        time.sleep(0.02)


def pages(client: TestClient, values: Mapping[str, str]) -> dict[str, str]:
    """Every page and every piece of one, by its route."""
    assert isinstance(client.app, Starlette)
    query = {"before": values["number"], "after": values["number"]}
    found = {}
    for door in doors(client.app):
        if door.follows or door.template.startswith(("/api", "/static", "/start")):
            continue
        answer = client.request(
            door.method, door.address(values), params=query, headers={"accept": "text/html"}
        )
        assert answer.status_code < 500
        if answer.headers.get("content-type", "").startswith("text/html"):
            found[f"{door.method} {door.template}"] = answer.text
    return found


def strange(where: str, text: str) -> list[str]:
    """What is obeyed; a report that is kept as a file brings its own style along."""
    kept = where.endswith("report.html")
    return [one for one in obeyed(text) if not (kept and one == "<style>")]


def test_a_page_that_obeys_is_noticed() -> None:
    """Else the tests below would prove nothing."""
    assert obeyed(f"<p>{SCRIPT}</p>")
    assert obeyed(f'<p title="{NASTY_NAME}">')
    assert obeyed('<a href="javascript:alert(1)">x</a>')
    assert obeyed(NASTY.replace("{{ 7 * 7 }}", "49"))
    assert not obeyed('<script type="module" src="/static/a.js"></script><a href="/x">x</a>')


def test_nothing_that_is_kept_of_a_run_is_obeyed_on_any_page(
    client: TestClient, ground: Ground, numbers: list[int]
) -> None:
    log = visit(ground, nasty_checkup())
    values = {"topic": TOPIC, "name": NAME, "number": str(numbers[0]), "visit": log.id}

    found = pages(client, values)

    assert len(found) >= 10
    assert {where: bad for where, text in found.items() if (bad := strange(where, text))} == {}
    telling = [where for where, text in found.items() if "&lt;img src=x" in text]
    assert {
        "GET /practise/{topic}/{name}",
        "GET /practise/{topic}/{name}/seen",
        "GET /attempts/{topic}/{name}",
        "GET /attempts/{topic}/{name}/{number}",
        "GET /attempts/{topic}/{name}/compared",
        "GET /doctor",
        "GET /doctor/{visit}",
        "POST /practise/{topic}/{name}/hints",
    } <= set(telling)


def test_no_event_of_a_run_brings_something_that_is_obeyed(
    ground: Ground, exercise: Exercise, numbers: list[int]
) -> None:
    log = ground.desk.runs(ground.practice(), exercise).last()
    assert log is not None

    pieces = [
        str(piece)
        for event in events_until_it_ended(log)
        for key, piece in shown(Happening(event=event.event, data=event.data)).items()
        if key in ("html", "more")
    ]

    assert len(pieces) >= 4
    assert [bad for piece in pieces if (bad := obeyed(piece))] == []
    assert any("&lt;img src=x" in piece for piece in pieces)


def test_the_name_of_a_file_is_shown_as_it_is(client: TestClient, numbers: list[int]) -> None:
    text = client.get(f"/attempts/{ID}/{numbers[0]}").text

    assert NASTY_NAME not in text
    assert "&lt;img src=x onerror=alert(2)&gt;.py" in text


@pytest.mark.parametrize("path", ["/{0}", "/practise/{0}/x", "/doctor/{0}", "/enter?token={0}"])
def test_an_address_is_not_obeyed(client: TestClient, path: str) -> None:
    answer = client.get(path.format(NASTY_NAME), headers={"accept": "text/html"})

    assert obeyed(answer.text) == []


def test_a_folder_is_not_obeyed(
    client: TestClient, ground: Ground, workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / NASTY_NAME
    folder.mkdir()
    object.__setattr__(ground, "start", folder)

    text = client.get("/").text

    assert "Make the workspace" in text
    assert obeyed(text) == []


NOTEBOOK = f"""
class Nasty(Exception):
    pass
Nasty.__name__ = Nasty.__qualname__ = {NASTY!r}
print({NASTY!r})
raise Nasty({NASTY!r})  # {NASTY}
"""
NETWORK = f"""
import keras
import numpy as np
Named = type({NASTY_NAME!r}, (keras.layers.Dense,), {{}})
layers = [keras.Input((4,)), Named(1, name={NASTY_NAME!r})]
model = keras.Sequential(layers, name={NASTY_NAME!r})
model.compile("sgd", "mse")
model.fit(np.zeros((8, 4)), np.zeros(8), epochs=2, verbose=0)
"""


def notebook(folder: Path, *cells: str) -> Path:
    path = folder / f"{NASTY_NAME}.ipynb"
    written = [{"cell_type": "code", "source": cell, "metadata": {}} for cell in cells]
    path.write_text(json.dumps({"nbformat": 4, "metadata": {}, "cells": written}))
    return path


def doctored(ground: Ground, path: Path) -> str:
    """The page of a visit with this notebook."""
    checkup = examine_program(path, kind_of(path), [], wishes=Wishes(profile_seconds=0))
    return f"/doctor/{visit(ground, checkup).id}"


def test_a_notebook_is_not_obeyed(
    client: TestClient, ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    text = client.get(doctored(ground, notebook(tmp_path, f"# {NASTY}", NOTEBOOK))).text

    assert obeyed(text) == []
    assert "&lt;script&gt;" in text
    assert SCRIPT not in text
    assert PICTURE not in text


@pytest.mark.slow
@pytest.mark.tensorflow
def test_what_a_notebook_names_its_classes_and_layers_is_not_obeyed(
    client: TestClient, ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    text = client.get(doctored(ground, notebook(tmp_path, NETWORK))).text

    assert obeyed(text) == []
    assert text.count("&lt;img src=x") > 3
    assert PICTURE not in text


def test_what_is_seen_of_a_program_is_not_obeyed_as_numbers_either(
    client: TestClient, numbers: list[int]
) -> None:
    answer = client.get(f"/api/exercises/{ID}/attempts/{numbers[0]}/curves")

    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert [curve["measure"] for curve in answer.json()] == [NASTY]
