"""How another thread gives up a run."""

import contextlib
import threading
from collections.abc import Callable, Iterator


class Cancellation:
    """Once requested, ends every run that it is given to, the present one and later ones."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requested = False
        self._callbacks: list[Callable[[], None]] = []

    def request(self) -> None:
        """Ends what runs; may be called by any thread, and more than once."""
        with self._lock:
            self._requested = True
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    @contextlib.contextmanager
    def calling(self, callback: Callable[[], None]) -> Iterator[None]:
        """Within it, a request calls ``callback`` once; an earlier request calls it at once."""
        with self._lock:
            requested = self._requested
            if not requested:
                self._callbacks.append(callback)
        if requested:
            callback()
        try:
            yield
        finally:
            with self._lock, contextlib.suppress(ValueError):
                self._callbacks.remove(callback)


@contextlib.contextmanager
def ended_by(cancellation: Cancellation | None, callback: Callable[[], None]) -> Iterator[None]:
    """``calling``, for a run that may have no cancellation."""
    if cancellation is None:
        yield
        return
    with cancellation.calling(callback):
        yield
