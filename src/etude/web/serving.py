"""Runs the server on this machine's own address and opens the browser."""

import gc
import socket
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from etude.app.open_practice import user_sandbox
from etude.app.places import find_places
from etude.app.practise import import_judges
from etude.app.records import open_records, utc_now
from etude.app.start import update_workspace
from etude.app.workspace import NoWorkspace, find_workspace
from etude.catalog.blueprints import blueprints
from etude.catalog.data import public_data
from etude.catalog.exercises import exercises, questions
from etude.domain.problem import Problem
from etude.web.application import make_application
from etude.web.assets import bundles
from etude.web.ground import Ground
from etude.web.rendering import environment

LOOPBACK = "127.0.0.1"
_END_SECONDS = 2


def serve(*, port: int, browser: bool, tell: Callable[[str], None]) -> None:
    """Answers until it is interrupted.

    Args:
      port: 0 for one that is free.
      tell: is given the address, which lets in once.

    Raises:
      Problem: the port is taken, or the pages' scripts are missing.
    """
    bundles()
    places = find_places()
    ground = Ground(
        start=Path.cwd(),
        places=places,
        records=open_records(places),
        open_sandbox=lambda: user_sandbox(places),
        now=utc_now,
    )
    _bring_up_to_date(ground.start)
    ground.warm_up()
    threading.Thread(target=_settle, daemon=True).start()
    with listening(port) as listener:
        token = ground.sessions.invite(now=ground.now())
        address = f"http://{LOOPBACK}:{listener.getsockname()[1]}/enter?token={token}"
        tell(address)
        if browser:
            with suppress(webbrowser.Error):
                webbrowser.open(address)
        _run(ground, listener)


def _bring_up_to_date(start: Path) -> None:
    """Gives the workspace here what a newer étude has brought; without one, a page offers it."""
    with suppress(NoWorkspace):
        update_workspace(find_workspace(start), exercises(), public_data)


def _settle() -> None:
    """Loads what stays for good, and spares it the search for garbage.

    Going through all of it takes a tenth of a second, each time in the middle of some page.
    """
    with suppress(Exception):  # told by whoever needs it
        for load in (import_judges, exercises, questions, blueprints, environment):
            load()
    gc.collect()
    gc.freeze()


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


def _run(ground: Ground, listener: socket.socket) -> None:
    config = uvicorn.Config(
        make_application(ground),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_END_SECONDS,
    )
    try:
        uvicorn.Server(config).run(sockets=[listener])
    finally:
        ground.close()
