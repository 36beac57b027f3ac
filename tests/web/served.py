"""A real server on this machine, for browsers and streams."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from web_clients import now

from etude.web.application import make_application
from etude.web.ground import Ground
from etude.web.listener import listening


@contextmanager
def served(ground: Ground, *, port: int = 0) -> Iterator[str]:
    """The server's address; it ends with the block."""
    listener = listening(port)
    config = uvicorn.Config(
        make_application(ground), log_level="critical", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def invited(ground: Ground, address: str) -> str:
    """The address that lets in once."""
    return f"{address}/enter?token={ground.sessions.invite(now=now())}"
