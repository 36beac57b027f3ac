"""The attempts at every exercise, over time."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from browsing import NASTY, keep, page, rewrite
from small_exercise import ID
from starlette.testclient import TestClient
from web_clients import now

from etude.app.workspace import Workspace
from etude.store.memory import MemoryStore


def test_before_the_first_attempt_that_is_said(client: TestClient) -> None:
    assert "No attempt has been kept yet" in page(client, "/history").text
    assert client.get("/api/history").json() == []


def test_attempts_stand_under_their_days_the_newest_first(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    yesterday = now() - timedelta(days=1)
    keep(memory, workspace, passed=False, at=yesterday)
    keep(memory, workspace, passed=True, seed=3)

    shown = page(client, "/history")

    days = [one.text for one in shown.all("h2") if one.attributes["id"].startswith("day-")]
    assert days == [f"{at.astimezone():%Y-%m-%d}" for at in (now(), yesterday)]
    rows = [row.text for one in shown.of_class("lines") for row in one.all("li")]
    assert "passed" in rows[0]
    assert "variant 3" in rows[0]
    assert "2 of 4 points" in rows[1]
    hrefs = [link.attributes["href"] for link in shown.all("a")]
    assert {f"/attempts/{ID}/1", f"/attempts/{ID}/2", f"/attempts/{ID}"} <= set(hrefs)


def test_the_last_days_are_drawn_and_told_as_a_table(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    for passed in (False, False, True):
        keep(memory, workspace, passed=passed)

    told = client.get("/api/history/days", params={"days": 2}).json()
    shown = page(client, "/history")

    assert [(one["tried"], one["passed"]) for one in told] == [(0, 0), (3, 1)]
    assert "3 attempts on 1 day, 1 passed" in shown.text
    (row,) = next(shown.all("tbody")).all("tr")
    assert row.text.endswith("3 1")


def test_older_attempts_are_on_further_pages(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    for _ in range(55):
        keep(memory, workspace, passed=False)

    first = page(client, "/history")
    (older,) = [one for one in first.all("a") if one.text == "Older"]
    second = page(client, older.attributes["href"])

    count = [len([*one.all("time")]) for one in (first, second)]
    assert count == [50, 5]
    assert not [one for one in second.all("a") if one.text == "Older"]
    assert "There is nothing older" in page(client, "/history?before=1").text


def test_an_exercise_that_is_gone_is_named_without_a_link(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    keep(memory, workspace, passed=True)
    gone = memory.attempts("ann", ID)[0]
    submission = replace(gone.submission, exercise=NASTY)
    memory.add_attempt(replace(gone, submission=submission, number=0))

    answer = client.get("/history")

    assert "<script>alert" not in answer.text
    assert "(no longer installed)" in answer.text
    assert client.get("/api/history").json()[0]["title"] == ""


@pytest.mark.parametrize("asked", ["before=-1", "before=x", "limit=0", "limit=100000"])
def test_what_cannot_be_asked_is_refused(client: TestClient, asked: str) -> None:
    assert client.get(f"/api/history?{asked}").status_code == 422


def test_titles_are_shown_and_not_obeyed(
    client: TestClient, collection: Path, memory: MemoryStore, workspace: Workspace
) -> None:
    keep(memory, workspace, passed=True)
    rewrite(collection / ID / "exercise.toml", {"title": "'''" + NASTY + "'''"})

    assert "<script>alert" not in client.get("/history").text
    assert NASTY in page(client, "/history").text


def test_an_attempt_is_told_with_its_report(
    client: TestClient, memory: MemoryStore, workspace: Workspace
) -> None:
    number = keep(memory, workspace, passed=False)

    shown = page(client, f"/attempts/{ID}/{number}")

    assert [one.attributes["class"] for one in shown.of_class("verdict")] == [
        "verdict passed",
        "verdict failed",
    ]
    assert "it works" in shown.text
