"""Wakes who waits in this process, so that nobody has to look often to see something soon."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Listener:
    """Waits in the event loop in which it was made."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Until the bell has rung since the last time, but no longer than this."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        self._rung.clear()

    def hear(self) -> None:
        """May be called in any thread."""
        with suppress(RuntimeError):  # its loop has ended
            self._loop.call_soon_threadsafe(self._rung.set)


class Bell:
    """Rings for one folder at a time; what happens in other processes it does not know."""

    def __init__(self) -> None:
        self._listeners: dict[Path, set[Listener]] = {}
        self._changing = threading.Lock()

    def ring(self, folder: Path) -> None:
        """Something has happened in this folder; may be called in any thread."""
        with self._changing:
            listeners = tuple(self._listeners.get(folder, ()))
        for listener in listeners:
            listener.hear()

    @contextmanager
    def listening(self, folder: Path) -> Iterator[Listener]:
        """Hears what happens in this folder from now on."""
        listener = Listener()
        with self._changing:
            self._listeners.setdefault(folder, set()).add(listener)
        try:
            yield listener
        finally:
            with self._changing:
                left = self._listeners[folder] - {listener}
                self._listeners[folder] = left
                if not left:
                    del self._listeners[folder]
