"""Who may ask for what."""

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient
from web_clients import client_of, come_in, now

from etude.web.ground import Ground
from etude.web.routes import ROUTERS
from etude.web.security.requests import CSRF_HEADER, MOST_BODY_BYTES
from etude.web.security.sessions import INVITATION_LASTS, SESSION_LASTS


def test_a_stranger_is_shown_the_way_in_and_nothing_else(stranger: TestClient) -> None:
    answer = stranger.get("/", headers={"accept": "text/html"})

    assert answer.status_code == 401
    assert "etude web" in answer.text


def test_an_invitation_lets_in_once(stranger: TestClient, ground: Ground) -> None:
    token = ground.sessions.invite(now=now())

    first = stranger.get("/enter", params={"token": token})
    other = client_of(ground).get("/enter", params={"token": token})

    assert (first.status_code, first.headers["location"]) == (303, "/")
    assert other.status_code == 401


def test_an_invitation_ends(ground: Ground) -> None:
    token = ground.sessions.invite(now=now())

    assert ground.sessions.enter(token, now=now() + INVITATION_LASTS) is None


def test_a_session_ends(ground: Ground) -> None:
    entered = ground.sessions.enter(ground.sessions.invite(now=now()), now=now())

    assert entered is not None
    assert ground.sessions.find(entered.secret, now=now()) is not None
    assert ground.sessions.find(entered.secret, now=now() + SESSION_LASTS) is None


def test_no_secret_is_written_down(stranger: TestClient, ground: Ground) -> None:
    token = ground.sessions.invite(now=now())
    stranger.get("/enter", params={"token": token})
    secret = stranger.cookies[ground.sessions.cookie]

    kept = [path for path in ground.sessions.folder.rglob("*") if path.is_file()]

    assert kept
    assert not any(
        word in str(path) + path.read_text() for path in kept for word in (token, secret)
    )


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    stranger: TestClient, ground: Ground
) -> None:
    token = ground.sessions.invite(now=now())

    cookie = stranger.get("/enter", params={"token": token}).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_two_servers_over_one_state_folder_answer_alike(ground: Ground) -> None:
    first, second = client_of(ground), client_of(ground)
    come_in(first, ground)
    second.cookies = first.cookies

    assert second.get("/practise").headers == first.get("/practise").headers
    assert second.get("/").text == first.get("/").text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
def test_another_name_that_leads_here_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_page_of_another_site_cannot_change_anything(
    client: TestClient, headers: dict[str, str]
) -> None:
    assert client.post("/start", headers=headers).status_code == 403


@pytest.mark.parametrize("token", ["", "wrong", "ü"])
def test_a_change_needs_the_token_of_our_pages(client: TestClient, token: str) -> None:
    del client.headers[CSRF_HEADER]

    assert client.post("/start", headers={CSRF_HEADER: token.encode()}).status_code == 403


def test_every_route_is_closed_to_strangers(stranger: TestClient) -> None:
    routes = [r for router in ROUTERS for r in router.routes if isinstance(r, APIRoute)]
    closed = [route for route in routes if route.path not in ("/enter", "/favicon.ico")]

    answers = {
        (route.path, method): stranger.request(method, route.path).status_code
        for route in closed
        for method in route.methods
    }

    assert answers
    assert {where: code for where, code in answers.items() if code not in (401, 403)} == {}


@pytest.mark.parametrize("body", [b"x" * (MOST_BODY_BYTES + 1)])
def test_a_body_that_is_too_large_is_refused(client: TestClient, body: bytes) -> None:
    assert client.post("/start", content=body).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../ground.py",
        "/static/%2e%2e/ground.py",
        "/static/..%2fground.py",
        "/static//etc/passwd",
    ],
)
def test_nothing_but_bundles_is_served_as_a_file(client: TestClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code in (404, 405)


def test_every_answer_forbids_inline_scripts_and_frames(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/api/openapi.json"):
        policy = client.get(path).headers["content-security-policy"]

        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
