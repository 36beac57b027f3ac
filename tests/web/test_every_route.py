"""No route, whoever adds it, answers what does not come from a page of ours."""

from collections.abc import Mapping

import pytest
from every_route import Door, doors
from small_exercise import ID
from starlette.applications import Starlette
from starlette.testclient import TestClient
from web_clients import come_in

from etude.web.ground import Ground
from etude.web.security.requests import CSRF_HEADER

TOPIC, _, NAME = ID.partition("/")
VALUES = {"topic": TOPIC, "name": NAME, "number": "1"}
# What somebody may have who has not come in: the way in, and what holds nothing of anybody.
OPEN = ("/enter", "/favicon.ico", "/static/")
NAMED_OTHERWISE = (400, "answers only as")
NOT_COME_IN = (401, "by the address")
FOREIGN = (403, "not étude's")
FORGED = (403, "out of date")


# The same in every application; to list them takes a second.
_FOUND: list[Door] = []


@pytest.fixture
def every_door(client: TestClient) -> list[Door]:
    assert isinstance(client.app, Starlette)
    found = _FOUND or list(doors(client.app))
    _FOUND[:] = found
    assert {"/practise/{topic}/{name}/events", "/start", "/api/openapi.json"} <= {
        door.template for door in found
    }
    return found


def let_through(
    client: TestClient, found: list[Door], refusal: tuple[int, str], headers: Mapping[str, str]
) -> list[str]:
    """The routes that do not refuse with this status and these words."""
    status, words = refusal
    told = []
    for door in found:
        answer = client.request(door.method, door.address(VALUES), headers=dict(headers), json={})
        silent = door.method == "HEAD"
        if answer.status_code != status or not (silent or words in answer.json()["detail"]):
            told.append(f"{door.method} {door.template}: {answer.status_code}")
    return told


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "[::1]", ""])
def test_none_answers_to_another_name(
    client: TestClient, every_door: list[Door], host: str
) -> None:
    assert let_through(client, every_door, NAMED_OTHERWISE, {"host": host}) == []


@pytest.mark.parametrize("origin", ["http://evil.example", "http://127.0.0.1:9", "null"])
def test_none_answers_a_page_of_another_site(
    client: TestClient, every_door: list[Door], origin: str
) -> None:
    assert let_through(client, every_door, FOREIGN, {"origin": origin}) == []


def test_none_changes_anything_for_another_site(client: TestClient, every_door: list[Door]) -> None:
    changing = [door for door in every_door if door.changes]

    assert changing
    assert let_through(client, changing, FOREIGN, {"sec-fetch-site": "cross-site"}) == []


@pytest.mark.parametrize("cookie", ["", "made up", "x" * 43])
def test_none_but_the_way_in_answers_a_stranger(
    stranger: TestClient, ground: Ground, every_door: list[Door], cookie: str
) -> None:
    closed = [door for door in every_door if not door.template.startswith(OPEN)]
    headers = {"cookie": f"{ground.sessions.cookie}={cookie}"} if cookie else {}

    assert len(every_door) - len(closed) == len(OPEN)
    assert let_through(stranger, closed, NOT_COME_IN, headers) == []


@pytest.mark.parametrize("token", ["", "made up"])
def test_none_changes_anything_without_the_token(
    client: TestClient, every_door: list[Door], token: str
) -> None:
    changing = [door for door in every_door if door.changes]
    del client.headers[CSRF_HEADER]

    assert let_through(client, changing, FORGED, {CSRF_HEADER: token}) == []


def test_the_token_of_another_session_is_of_no_use(
    client: TestClient, stranger: TestClient, ground: Ground, every_door: list[Door]
) -> None:
    other = come_in(stranger, ground).headers[CSRF_HEADER]
    changing = [door for door in every_door if door.changes]

    assert let_through(client, changing, FORGED, {CSRF_HEADER: other}) == []


def test_all_answer_a_page_of_ours(client: TestClient, every_door: list[Door]) -> None:
    """Else the tests above would prove nothing."""
    ours = {"origin": str(client.base_url), "sec-fetch-site": "same-origin"}
    asked = [door for door in every_door if not door.follows]

    answers = {
        (door.method, door.template): client.request(
            door.method, door.address(VALUES), headers=ours, json={}
        ).text
        for door in asked
    }

    refusals = (NAMED_OTHERWISE, NOT_COME_IN, FOREIGN, FORGED)
    assert len(answers) > 20
    assert not [door for door, text in answers.items() if any(w in text for _, w in refusals)]
