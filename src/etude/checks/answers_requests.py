"""A request handler answers over HTTP what it is asked, and refuses what it cannot answer."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from etude.checks.artifact_reloads import difference
from etude.checks.base import Check
from etude.checks.http_exchange import exchange
from etude.checks.live import Facts, Live
from etude.checks.predictions import predict
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_JSON = "application/json"
_SUCCESS = 200

Came = Mapping[str, Any]


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A request, and what it must be answered with.

    Attributes:
      what: as messages call it, "a request with two pictures".
      method, path: its first line; body: its content as text, when it is not ``instances``.
      instances: an array that is sent as JSON under "instances".
      model: whose outputs must come back under "predictions"; None asks for none.
      prepared: what the model is given for them, when it is not what was sent.
      status: of the answer; says: fields that its JSON must have.
    """

    what: str
    method: str = "POST"
    path: str = "/predict"
    body: str = ""
    instances: Value = None
    model: Value = None
    prepared: Value = None
    status: int = _SUCCESS
    says: dict[str, Any] = {}


class AnswersRequests(Check, frozen=True, kw_only=True):
    """Attributes:
    handler: what gives the class of the request handler, as ``http.server`` takes it.
    requests: sent one after the other, each over a connection of its own.
    does: the title, when the requests have something in common.
    attempt: what to try when nothing better is known.
    """

    handler: Value
    requests: tuple[Request, ...]
    does: str = "the service answers requests"
    attempt: str = ""

    @property
    def title(self) -> str:
        return self.does

    def probe(self, live: Live) -> Facts:
        handler = live.value(self.handler)
        if not callable(handler):
            return {"no_handler": type(handler).__name__}
        return {"came": [_sent(live, handler, request) for request in self.requests]}

    def judge(self, facts: Facts) -> Verdict:
        if "no_handler" in facts:
            return self.failed(
                expected=f"{self.handler} gives a class that handles requests",
                received=f"a {facts['no_handler']}",
                attempt="return the class itself, derived from http.server.BaseHTTPRequestHandler",
            )
        for request, came in zip(self.requests, facts["came"], strict=True):
            fault = _no_answer(came) or _wrong_status(request, came) or _wrong_json(request, came)
            if fault:
                told = {"attempt": self.attempt, **fault}
                return self.failed(expected=_wanted(request), **told)
        return self.passed()


def _sent(live: Live, handler: Any, request: Request) -> dict[str, Any]:
    """What came of one request; an exception on one that is to succeed is the learner's."""
    body = request.body.encode()
    if request.instances is not None:
        given = live.np.asarray(live.value(request.instances))
        body = json.dumps({"instances": given.tolist()}).encode()
    try:
        with live.learner():
            came = exchange(handler, method=request.method, path=request.path, body=body)
    except Exception as error:
        if request.status == _SUCCESS:
            raise
        described = live.describe_error(error)
        frames = described["frames"]
        line = frames[-1]["line"] if frames else 0
        return {"raised": f"{described['type']}: {described['message'][:200]}", "line": line}
    if request.model is None:
        return came
    prepared = request.instances if request.prepared is None else request.prepared
    wanted = predict(live.value(request.model), live.value(prepared)).get("outputs")
    return {**came, "wanted": wanted, "given": _predictions(live, came.get("json"))}


def _predictions(live: Live, answer: Any) -> Any:
    """The array under "predictions"; None when there is no such array of numbers."""
    if not isinstance(answer, dict) or "predictions" not in answer:
        return None
    try:
        return live.np.asarray(answer["predictions"], dtype=live.np.float32)
    except (TypeError, ValueError):
        return None


def _no_answer(came: Came) -> dict[str, Any]:
    if "raised" in came:
        return {
            "received": f"no answer, since the handler raised {came['raised']}",
            "attempt": "a request may hold anything: test it, and answer what is wrong",
            "line": came["line"],
        }
    if "waited" in came:
        return {
            "received": "no answer: the handler waits for more than was sent",
            "attempt": "read as many bytes as the header Content-Length says, and no more",
        }
    if "silent" in came:
        return {
            "received": "no answer: the handler returned without sending one",
            "attempt": "send_response, end_headers, then write the content to self.wfile",
        }
    if "garbled" in came:
        return {
            "received": f"something that is not HTTP ({came['garbled']})",
            "attempt": "send_response and end_headers come before the content",
        }
    return {}


def _wrong_status(request: Request, came: Came) -> dict[str, Any]:
    if came["status"] != request.status:
        return {"received": f"an answer with status {came['status']}{_excerpt(came)}"}
    return {}


def _wrong_json(request: Request, came: Came) -> dict[str, Any]:
    """How the content is not what was asked for; a status alone asks for no content."""
    if request.model is None and not request.says:
        return {}
    if not isinstance(came.get("json"), dict):
        return {
            "received": f"content that is no JSON object{_excerpt(came)}",
            "attempt": "json.dumps turns a dict of lists and numbers into text; encode() it",
        }
    if came["type"] != _JSON:
        return {
            "received": f"content of type {came['type']}",
            "attempt": f'send_header("Content-Type", "{_JSON}")',
        }
    for name, wanted in request.says.items():
        if came["json"].get(name) != wanted:
            return {"received": f"{name!r} is {came['json'].get(name)!r}"}
    return {} if request.model is None else _wrong_predictions(came)


def _wrong_predictions(came: Came) -> dict[str, Any]:
    if came["given"] is None:
        return {
            "received": f"no array of numbers under 'predictions'; there is {sorted(came['json'])}"
        }
    fault = difference(came["wanted"], came["given"])
    if fault:
        return {
            "received": fault,
            "attempt": "the model must be given exactly what it was given in training",
        }
    return {}


def _wanted(request: Request) -> str:
    asked = f"{request.what} ({request.method} {request.path}) is answered with {request.status}"
    fields = [f"{name!r}: {value!r}" for name, value in request.says.items()]
    if request.model is not None:
        fields.append("the model's outputs under 'predictions'")
    return f"{asked} and {', '.join(fields)}" if fields else asked


def _excerpt(came: Came) -> str:
    told = came.get("text") or json.dumps(came.get("json"))
    return f": {told[:120]}" if told not in ("", "null") else ""
