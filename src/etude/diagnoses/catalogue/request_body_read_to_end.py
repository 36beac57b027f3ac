"""
A request handler reads the content of a request without saying how much.

## Why it hurts
A connection stays open while the client waits for the answer, so there is no end to read up to: `self.rfile.read()`
waits for more than was sent, the client waits for the answer, and neither says anything. How many bytes belong to the
request stands in its header `Content-Length`.

## Example
    import json
    from http.server import BaseHTTPRequestHandler


    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read())
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(asked).encode())

## Instead
    import json
    from http.server import BaseHTTPRequestHandler


    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(asked).encode())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-6",)
GUIDE = "Python library: http.server"
EXPLAINS = ()

_HANDLERS = "HTTPRequestHandler"
# `readlines` and a negative size read to the end as well.
_READS = ("read", "readlines")


def match(evidence: Evidence) -> Finding | None:
    for call in _endless_reads(evidence.source):
        return Finding(
            line=call.lineno,
            evidence=f"{ast.unparse(call)} waits until the client closes the connection, and the client waits "
            "for the answer",
            change='self.rfile.read(int(self.headers["Content-Length"]))',
        )
    return None


def _endless_reads(source: Source) -> Iterator[ast.Call]:
    for kind in source.nodes:
        if isinstance(kind, ast.ClassDef) and _handles_requests(kind):
            for node in ast.walk(kind):
                if isinstance(node, ast.Call) and _reads_all(node):
                    yield node


def _handles_requests(kind: ast.ClassDef) -> bool:
    return any(dotted_name(base).endswith(_HANDLERS) for base in kind.bases)


def _reads_all(call: ast.Call) -> bool:
    owner, _, method = dotted_name(call.func).rpartition(".")
    if not owner.endswith("rfile") or method not in _READS or call.keywords:
        return False
    return not call.args or constant(call.args[0]) in (-1, None)
