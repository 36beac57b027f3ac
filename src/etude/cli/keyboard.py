"""Single keys from a terminal, without waiting for Enter."""

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def keys(on_key: Callable[[str], None]) -> Iterator[bool]:
    """Within it, each key that is pressed is passed on; False where there is no keyboard.

    The terminal is put back as it was, whatever happens.
    """
    if not sys.stdin.isatty():
        yield False
    elif sys.platform == "win32":
        threading.Thread(target=_read_windows, args=(on_key,), daemon=True).start()
        yield True
    else:
        with _unbuffered():
            threading.Thread(target=_read, args=(on_key,), daemon=True).start()
            yield True


@contextmanager
def _unbuffered() -> Iterator[None]:
    """No line buffering, no echo; Ctrl-C and Ctrl-Z still work."""
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    # Ended from outside, too, we put the terminal back.
    handler = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        tty.setcbreak(descriptor)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        signal.signal(signal.SIGTERM, handler)


def _read(on_key: Callable[[str], None]) -> None:
    import os

    while True:
        try:
            pressed = os.read(sys.stdin.fileno(), 64)
        except OSError:
            return
        if not pressed:
            on_key("\x04")  # the terminal is gone
            return
        if not pressed.startswith(
            b"\x1b"
        ):  # arrows and the like are several bytes and mean nothing
            for character in pressed.decode(errors="replace"):
                on_key(character)


def _read_windows(on_key: Callable[[str], None]) -> None:
    import msvcrt

    while True:
        on_key(msvcrt.getwch())  # type: ignore[attr-defined]
