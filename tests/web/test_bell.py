"""Waiting for what happens in a run."""

import asyncio
import threading
import time
from pathlib import Path

from etude.web.bell import Bell

HERE, ELSEWHERE = Path("here"), Path("elsewhere")
LONG, SHORT = 20.0, 0.05


def test_who_listens_is_woken_by_another_thread() -> None:
    async def waited() -> float:
        bell, started = Bell(), time.monotonic()
        with bell.listening(HERE) as listener:
            threading.Timer(SHORT, bell.ring, [HERE]).start()
            await listener.wait(LONG)
        return time.monotonic() - started

    assert asyncio.run(waited()) < LONG / 2


def test_what_rang_before_the_waiting_is_not_missed() -> None:
    async def waited() -> float:
        bell, started = Bell(), time.monotonic()
        with bell.listening(HERE) as listener:
            bell.ring(HERE)
            await listener.wait(LONG)
        return time.monotonic() - started

    assert asyncio.run(waited()) < LONG / 2


def test_it_rings_for_one_folder_and_once() -> None:
    async def waited() -> float:
        bell = Bell()
        with bell.listening(HERE) as listener:
            bell.ring(HERE)
            await listener.wait(LONG)
            started = time.monotonic()
            bell.ring(ELSEWHERE)
            await listener.wait(SHORT)
        return time.monotonic() - started

    assert asyncio.run(waited()) >= SHORT / 2


def test_after_listening_nothing_is_kept() -> None:
    async def listen() -> Bell:
        bell = Bell()
        with bell.listening(HERE), bell.listening(HERE):
            pass
        return bell

    assert asyncio.run(listen())._listeners == {}
