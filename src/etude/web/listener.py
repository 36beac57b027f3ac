"""The socket on which the pages are served: of this machine alone, and mostly at the same port."""

import socket
from contextlib import suppress
from pathlib import Path

from etude.app.whole_file import write_whole
from etude.domain.problem import Problem

LOOPBACK = "127.0.0.1"
_ANY = 0


def listening(port: int) -> socket.socket:
    """A socket of this machine's own address on which a server can answer.

    Raises:
      Problem: the port is taken.
    """
    # Only of a socket that names its protocol does asyncio switch off the gathering of small
    # packets, for which each answer after a connection's first would wait 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen()  # a browser that is quicker than the server waits for it
    except OSError as error:
        listener.close()
        raise Problem(
            f"Port {port} cannot be used ({error.strerror}). Leave out --port, and étude takes "
            "one that is free."
        ) from None
    return listener


def listening_as_before(kept: Path) -> socket.socket:
    """A socket at the port of the last time, at another one where that is taken.

    Pages that are open find the server again, and a browser finds what it has kept of edits that
    were not saved: it keeps that for each port.

    Args:
      kept: the file that holds the port; this one is written there.
    """
    try:
        listener = listening(_port_in(kept))
    except Problem:
        listener = listening(_ANY)
    with suppress(OSError):  # no reason not to serve
        write_whole(kept, str(listener.getsockname()[1]).encode(), sync=False)
    return listener


def _port_in(kept: Path) -> int:
    """Whatever is in the file; any port where it is none."""
    try:
        port = int(kept.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return _ANY
    return port if port in range(2**16) else _ANY
