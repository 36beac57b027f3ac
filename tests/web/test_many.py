"""A thousand pages that follow one exercise at once."""

import asyncio
import time

import httpx2
import pytest
from served import served
from small_exercise import ID
from starlette.testclient import TestClient
from web_clients import client_of, come_in

from etude.web.ground import Ground

pytestmark = pytest.mark.slow

CONNECTIONS = 1000
PATIENCE_SECONDS = 120
# For one page meanwhile; a machine with other work is slow, but a starved page never comes.
PAGE_SECONDS = 5


def test_a_thousand_streams_all_hear_of_a_run(ground: Ground) -> None:
    client = come_in(client_of(ground), ground)
    with served(ground) as address:
        told = asyncio.run(heard(address, client, ground))

    assert told == CONNECTIONS


async def heard(address: str, client: TestClient, ground: Ground) -> int:
    """How many streams were told of the end of a run that began when all of them were open."""
    host, port = address.removeprefix("http://").split(":")
    request = asked(host, port, client, ground)
    streams = []
    for _ in range(CONNECTIONS):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(request)
        await reader.readuntil(b"event: file")
        streams.append((reader, writer))
    assert await asyncio.to_thread(page_seconds, address, client, ground) < PAGE_SECONDS
    await asyncio.to_thread(client.post, f"/api/exercises/{ID}/runs", json={})
    ends = [reader.readuntil(b"event: ended") for reader, _ in streams]
    told = await asyncio.wait_for(asyncio.gather(*ends), PATIENCE_SECONDS)
    for _, writer in streams:
        writer.close()
    return len(told)


def page_seconds(address: str, client: TestClient, ground: Ground) -> float:
    """How long a page takes while all the streams are open; the slowest of a few."""
    cookies = {ground.sessions.cookie: client.cookies[ground.sessions.cookie]}
    took = []
    with httpx2.Client(base_url=address, cookies=cookies, timeout=PATIENCE_SECONDS) as browser:
        for _ in range(5):
            started = time.monotonic()
            browser.get(f"/practise/{ID}").raise_for_status()
            took.append(time.monotonic() - started)
    return max(took)


def asked(host: str, port: str, client: TestClient, ground: Ground) -> bytes:
    """The request of a browser that has come in."""
    cookie = f"{ground.sessions.cookie}={client.cookies[ground.sessions.cookie]}"
    lines = [
        f"GET /api/exercises/{ID}/events HTTP/1.1",
        f"Host: {host}:{port}",
        f"Cookie: {cookie}",
    ]
    return "\r\n".join([*lines, "", ""]).encode()
