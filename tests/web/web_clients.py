"""Servers and browsers for tests, without a network."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from starlette.testclient import TestClient

from etude.app.places import find_places
from etude.app.records import Records
from etude.sandbox import Sandbox
from etude.store.port import Store
from etude.web.application import make_application
from etude.web.ground import Ground
from etude.web.security.requests import CSRF_HEADER

ADDRESS = "http://127.0.0.1:8000"


def now() -> datetime:
    return datetime.now(UTC)


def wait_for(happened: Callable[[], object]) -> None:
    """Of work in another thread, which is done soon."""
    deadline = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def make_ground(root: Path, sandbox: Sandbox, store: Store) -> Ground:
    return Ground(
        start=root,
        places=find_places(),
        records=Records(lambda: store, lambda: "ann"),
        open_sandbox=lambda: sandbox,
        now=now,
    )


def client_of(ground: Ground) -> TestClient:
    return TestClient(make_application(ground), base_url=ADDRESS, follow_redirects=False)


def come_in(client: TestClient, ground: Ground) -> TestClient:
    client.get("/enter", params={"token": ground.sessions.invite(now=now())})
    session = ground.sessions.find(client.cookies[ground.sessions.cookie], now=now())
    assert session is not None
    client.headers[CSRF_HEADER] = session.csrf
    return client
