"""A request handler answers over HTTP what it is asked, and refuses what it cannot answer."""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import numpy as np
import pytest

from etude.checks.answers_requests import AnswersRequests, Request
from etude.checks.values import Arrays, Call, SmallModel
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
MODEL = SmallModel(shape=(4,), classes=3)
ASKED = Request(what="a request with two rows", instances=Arrays(shape=(2, 4)), model=MODEL)
REFUSED = Request(what="text that is no JSON", body="Hello", status=400)
CHECK = AnswersRequests(
    handler=Call(function="make_handler", args=(MODEL,)), requests=(ASKED, REFUSED), name="answers"
)
OUTPUTS = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], dtype=np.float32)
RIGHT = {
    "status": 200,
    "type": "application/json",
    "json": {"predictions": OUTPUTS.tolist()},
    "wanted": OUTPUTS,
    "given": OUTPUTS,
}
BAD_REQUEST = {"status": 400, "type": "application/json", "json": {"error": "no JSON"}}


def told(answer: Mapping[str, Any], refusal: Mapping[str, Any] = BAD_REQUEST) -> Any:
    return CHECK.judge({"came": [answer, refusal]})


def test_right_answers_pass() -> None:
    assert told(RIGHT).status is Status.PASSED


@pytest.mark.parametrize(
    ("answer", "received"),
    [
        ({"waited": True}, "no answer: the handler waits for more than was sent"),
        ({"silent": True}, "no answer: the handler returned without sending one"),
        ({"garbled": "BadStatusLine: {"}, "something that is not HTTP (BadStatusLine: {)"),
        (RIGHT | {"status": 404, "json": None}, "an answer with status 404"),
        (RIGHT | {"json": [1]}, "content that is no JSON object: [1]"),
        (RIGHT | {"type": "text/html"}, "content of type text/html"),
        (RIGHT | {"given": OUTPUTS + 0.5}, "predictions that differ by up to 0.5"),
        (
            RIGHT | {"json": {"answer": 1}, "given": None},
            "no array of numbers under 'predictions'; there is ['answer']",
        ),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(answer: Any, received: str) -> None:
    verdict = told(answer)

    assert verdict.status is Status.FAILED
    assert verdict.received == received
    assert verdict.expected.startswith("a request with two rows (POST /predict) is answered")


def test_what_to_try_is_told_when_the_answer_itself_does_not_say() -> None:
    advising = msgspec.structs.replace(CHECK, attempt="take them from `models`")
    missing = RIGHT | {"status": 404, "json": None}

    assert advising.judge({"came": [missing, BAD_REQUEST]}).attempt == "take them from `models`"
    assert "Content-Length" in advising.judge({"came": [{"waited": True}, BAD_REQUEST]}).attempt


def test_a_handler_that_raises_on_bad_content_is_told_where() -> None:
    verdict = told(RIGHT, {"raised": "JSONDecodeError: no", "line": 12})

    assert verdict.received == "no answer, since the handler raised JSONDecodeError: no"
    assert verdict.line == 12


def test_an_instance_is_no_class() -> None:
    assert CHECK.judge({"no_handler": "str"}).received == "a str"


HANDLER = """
import json
import numpy as np
from http.server import BaseHTTPRequestHandler

def make_handler(model):
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            try:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            except ValueError:
                return self.send_error(400)
            rows = np.array(asked["instances"], "float32")
            content = json.dumps({"predictions": model.predict(rows, verbose=0).tolist()}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(content)
    return Handler
"""
READS = 'self.rfile.read(int(self.headers["Content-Length"]))'


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("old", "new", "received"),
    [
        ("", "", ""),
        (READS, "self.rfile.read()", "the handler waits for more than was sent"),
        ("            self.end_headers()\n", "", "something that is not HTTP"),
        ("            self.send_response(200)\n", "            return\n", "without sending one"),
        ("except ValueError", "except OSError", "JSONDecodeError"),
        ('"float32")', '"float32") / 255', "predictions that differ"),
    ],
)
def test_a_handler_is_asked_over_a_connection(
    old: str, new: str, received: str, probe: Probe
) -> None:
    found = probe(CHECK, HANDLER.replace(old, new) if old else HANDLER)

    verdict = CHECK.judge(found)

    assert verdict.status is (Status.FAILED if received else Status.PASSED), verdict
    assert received in verdict.received


@pytest.mark.tensorflow
def test_an_exception_on_a_good_request_is_the_learners(probe: Probe) -> None:
    found = probe(CHECK, HANDLER.replace(".tolist()", ""))

    assert found["error"]["type"] == "TypeError"
    assert found["error"]["frames"][-1]["line"] == 14
