"""Imports without Python's garbage collector."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Keeps the collector from what is imported meanwhile, now and afterwards.

    What TensorFlow's import makes stays: to look through it again and again takes a fifth of the
    import and finds next to nothing, and a forked child that did so would get pages of its own for
    what it shares. A collector that was switched off is left alone.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
