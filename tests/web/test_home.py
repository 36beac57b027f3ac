"""The first page: what to do today, what was done last, how far one has come."""

import os
from pathlib import Path

import pytest
from browsing import NASTY, OTHER, add_exercise, keep, long_ago, page, rewrite
from checkups import rich_checkup
from small_exercise import ID
from starlette.testclient import TestClient
from web_clients import now

from etude.app.edited import last_edited
from etude.app.start import start_workspace
from etude.app.visits import Visits
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.checkup import Kind
from etude.domain.exam import Blueprint
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.store.memory import MemoryStore
from etude.web.ground import Ground


def links(client: TestClient) -> list[str]:
    return [link.attributes["href"] for link in page(client, "/").all("a")]


def test_in_the_beginning_there_is_one_thing_to_do(client: TestClient) -> None:
    told = client.get("/api/home").json()
    shown = page(client, "/")

    assert told["next"]["exercise"] == ID
    assert (told["passed"], told["exercises"], told["due"], told["edited"]) == (0, 1, [], [])
    assert "0 of 1 exercise passed" in shown.text
    assert "Due today" not in shown.text
    assert f"/practise/{ID}" in links(client)


def test_what_is_due_can_be_practised_at_once(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    keep(memory, workspace, passed=True, at=long_ago())

    told = client.get("/api/home").json()
    posts = [one.attributes.get("hx-post") for one in page(client, "/").all("button")]

    assert told["due"] == ["image-2"]
    assert [one["id"] for one in told["reviews"]] == [ID]
    assert posts.count(f"/exercises/{ID}/variant") == 2  # as what is next, and among what is due


def test_when_all_is_passed_the_next_review_is_named(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    keep(memory, workspace, passed=True)

    told = client.get("/api/home").json()

    assert told["next"] is None
    assert f"no review is due before {told['next_due_at'][:7]}" in page(client, "/").text


def test_what_was_edited_last_comes_first(
    client: TestClient, collection: Path, workspace: Workspace, exercise: Exercise
) -> None:
    add_exercise(collection)
    exercises = catalog.exercises()
    start_workspace(workspace.root, exercises, public_data)
    for at, one in enumerate((ID, OTHER), start=1):
        path = workspace.path(exercises[one])
        path.write_text("mine = True\n")
        os.utime(path, (at * 1000, at * 1000))

    told = client.get("/api/home").json()["edited"]

    assert [one["exercise"]["id"] for one in told] == [OTHER, ID]
    assert len(last_edited(workspace, exercises.values(), most=1)) == 1


def test_what_is_as_it_was_given_was_not_edited(workspace: Workspace, exercise: Exercise) -> None:
    os.utime(workspace.path(exercise))

    assert last_edited(workspace, [exercise], most=5) == []


def test_visits_to_the_doctor_are_entered_from_here(client: TestClient, ground: Ground) -> None:
    checkup = rich_checkup(target=NASTY)
    with Visits(state=ground.places.state).watched(Path(NASTY), Kind.SCRIPT, now=now()) as watched:
        watched.tell(checkup)

    shown = page(client, "/")

    assert NASTY in shown.text
    assert any(one.startswith("/doctor/") for one in links(client))


def test_exams_are_entered_from_here(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    exam = Blueprint(name="a", title=NASTY, about="", minutes=90, pass_mark=70, categories=[])
    monkeypatch.setattr("etude.web.pages.home.blueprints", lambda: {"a": exam})

    shown = page(client, "/")

    assert NASTY in shown.text
    assert "90 min" in shown.text.replace("\xa0", " ")
    assert "/exam/blueprints/a" in links(client)


def test_a_store_that_cannot_be_read_is_told(
    client: TestClient, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> MemoryStore:
        raise Problem("The disk is away.")

    monkeypatch.setattr(ground.records, "_open_store", broken)

    for path in ("/", "/exercises", "/skills", "/skills/image-2"):
        assert "The disk is away." in page(client, path).text


def test_titles_are_shown_and_not_obeyed(client: TestClient, collection: Path) -> None:
    rewrite(collection / ID / "exercise.toml", {"title": "'''" + NASTY + "'''"})

    answer = client.get("/")

    assert "<script>alert" not in answer.text
    assert NASTY in page(client, "/").text
