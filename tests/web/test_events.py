"""The stream of a page: its file and its runs."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2
import pytest
from served import invited, served
from small_exercise import ID
from web_clients import now

from etude.app.run_log import RunLogs, RunWriter
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.web.ground import Ground
from etude.web.security.requests import CSRF_HEADER

API = f"/api/exercises/{ID}"
Events = Iterator[dict[str, str]]


@pytest.fixture
def browser(ground: Ground) -> Iterator[httpx2.Client]:
    """Has come in to a real server."""
    with served(ground) as address, httpx2.Client(base_url=address, timeout=20) as client:
        client.get(invited(ground, address))
        session = ground.sessions.find(client.cookies[ground.sessions.cookie], now=now())
        assert session is not None
        client.headers[CSRF_HEADER] = session.csrf
        yield client


@contextmanager
def stream(browser: httpx2.Client, path: str = f"{API}/events", **headers: str) -> Iterator[Events]:
    with browser.stream("GET", path, headers=headers) as response:
        yield _events(response.iter_lines())


def _events(lines: Iterator[str]) -> Events:
    event: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if line:
            event[name] = value
        elif event:
            yield event
            event = {}


def until(events: Events, name: str) -> list[dict[str, str]]:
    """Everything up to the first event of this name."""
    told = []
    for event in events:
        told.append(event)
        if event.get("event") == name:
            return told
    raise AssertionError(told)


def test_a_run_is_told_as_it_happens(browser: httpx2.Client) -> None:
    with stream(browser) as events:
        browser.post(f"{API}/runs", json={})

        told = until(events, "ended")

    names = [event["event"] for event in told if event["event"] != "file"]
    assert names == ["started", "verdict", "verdict", "report", "ended"]


def test_a_page_that_comes_later_is_told_the_run_again(browser: httpx2.Client) -> None:
    with stream(browser) as events:
        browser.post(f"{API}/runs", json={})
        first = until(events, "ended")

    with stream(browser) as events:
        again = until(events, "ended")

    assert ids(again) == ids(first)


def test_who_was_cut_off_goes_on_where_it_was(browser: httpx2.Client) -> None:
    with stream(browser) as events:
        browser.post(f"{API}/runs", json={})
        whole = ids(until(events, "ended"))

    with stream(browser, **{"Last-Event-ID": whole[2]}) as events:
        rest = ids(until(events, "ended"))

    assert rest == whole[3:]


def ids(events: list[dict[str, str]]) -> list[str]:
    return [event["id"] for event in events if "id" in event]


def test_a_file_saved_in_another_editor_is_told(
    browser: httpx2.Client, workspace: Workspace, exercise: Exercise
) -> None:
    with stream(browser) as events:
        before = json.loads(until(events, "file")[-1]["data"])["digest"]
        workspace.path(exercise).write_text("saved = True\n")
        after = json.loads(until(events, "file")[-1]["data"])["digest"]

    assert before != after
    assert browser.get(f"{API}/file").json()["digest"] == after


def test_a_run_whose_server_was_ended_is_told_to_be_lost(
    browser: httpx2.Client, ground: Ground, exercise: Exercise
) -> None:
    runs: RunLogs = ground.desk.runs(ground.practice(), exercise)
    log = runs.begin(now=now())
    RunWriter(log).put("started", {"run": "x", "program": ""})
    os.utime(log.path, (0, 0))

    with stream(browser) as events:
        end = until(events, "ended")[-1]

    assert json.loads(end["data"])["how"] == "lost"


def test_two_servers_tell_the_same_run(browser: httpx2.Client, ground: Ground) -> None:
    with served(ground) as address, httpx2.Client(base_url=address, timeout=20) as other:
        other.cookies = browser.cookies
        with stream(other) as events:
            browser.post(f"{API}/runs", json={})

            told = until(events, "ended")

    assert json.loads(told[-1]["data"])["how"] == "judged"


def test_the_page_is_told_pieces_that_show_it(browser: httpx2.Client) -> None:
    with stream(browser, f"/practise/{ID}/events") as events:
        browser.post(f"{API}/runs", json={})
        told = until(events, "ended")

    verdict = next(event for event in told if event["event"] == "verdict")
    assert 'class="verdict passed"' in json.loads(verdict["data"])["html"]
