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
from etude.web.application import make_application
from etude.web.assets import bundles
from etude.web.ground import Ground
from etude.web.listener import LOOPBACK, listening, listening_as_before
from etude.web.rendering import environment

_END_SECONDS = 2
_PORT = "web_port"


def serve(*, port: int, browser: bool, tell: Callable[[str], None]) -> None:
    """Answers until it is interrupted.

    Args:
      port: 0 for the one of the last time, or another that is free.
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
    with _listener(port, places.state / _PORT) as listener:
        token = ground.sessions.invite(now=ground.now())
        address = f"http://{LOOPBACK}:{listener.getsockname()[1]}/enter?token={token}"
        tell(address)
        if browser:
            with suppress(webbrowser.Error):
                webbrowser.open(address)
        _run(ground, listener)


def _listener(port: int, kept: Path) -> socket.socket:
    return listening(port) if port else listening_as_before(kept)


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
