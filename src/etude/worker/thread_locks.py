"""Locks of ``multiprocessing`` where there is no shared memory to keep them in.

Keras reads image folders with ``multiprocessing.pool.ThreadPool``, which asks for a semaphore
between processes although it starts threads only. The sandbox has no shared memory and starts no
processes, so a lock between threads does all that can be needed.
"""

import multiprocessing
import multiprocessing.context
import threading
from typing import Any

_LOCKS = {
    "Lock": threading.Lock,
    "RLock": threading.RLock,
    "Semaphore": threading.Semaphore,
    "BoundedSemaphore": threading.BoundedSemaphore,
}


def use_thread_locks_if_needed() -> None:
    """Replaces the locks when making a real one fails."""
    try:
        multiprocessing.Lock()
    except OSError:
        for name, lock in _LOCKS.items():
            _replace(name, lock)


def _replace(name: str, lock: Any) -> None:
    def made_by_context(context: Any, *args: Any) -> Any:
        return lock(*args)

    setattr(multiprocessing.context.BaseContext, name, made_by_context)
    setattr(multiprocessing, name, lock)
