"""One HTTP request to a handler of the learner's; runs inside the sandbox.

There is no network in a sandbox, so both sides speak over a pair of connected sockets: what a
browser would send is written into one end, and the handler is given the other.
"""

import http.client
import json
import socket
import time
import types
from typing import Any

# A handler that waits for more than was sent is given up; everything it may read is there already.
_PATIENCE_SECONDS = 2.0
_LONGEST = 300


def exchange(handler: Any, *, method: str, path: str, body: bytes) -> dict[str, Any]:
    """What came back: ``status``, ``type`` and ``json`` or ``text``; ``waited`` or ``silent`` when
    nothing did, and ``garbled`` when it was no HTTP.

    Args:
      handler: called as a server calls it: with the connection, the address, and the server.

    Raises:
      Whatever the handler raises.
    """
    here, there = socket.socketpair()
    with here, there:
        here.settimeout(_PATIENCE_SECONDS)
        there.settimeout(_PATIENCE_SECONDS)
        client = http.client.HTTPConnection("127.0.0.1")
        client.sock = here
        headers = {"Connection": "close"} | ({"Content-Type": "application/json"} if body else {})
        client.request(method, path, body=body or None, headers=headers)
        started = time.monotonic()
        handler(there, ("127.0.0.1", 0), types.SimpleNamespace(server_name="127.0.0.1"))
        there.close()
        waited = time.monotonic() - started >= _PATIENCE_SECONDS
        return _answer(client, waited=waited)


def _answer(client: http.client.HTTPConnection, *, waited: bool) -> dict[str, Any]:
    try:
        response = client.getresponse()
        content = response.read()
    except (http.client.RemoteDisconnected, ConnectionError):
        return {"waited": True} if waited else {"silent": True}
    except (http.client.HTTPException, OSError, ValueError) as error:
        return {"garbled": f"{type(error).__name__}: {str(error)[:_LONGEST]}"}
    told = {"status": response.status, "type": response.headers.get_content_type()}
    try:
        return {**told, "json": json.loads(content)}
    except ValueError:  # JSON and UTF-8 alike
        return {**told, "text": content[:_LONGEST].decode(errors="replace")}
