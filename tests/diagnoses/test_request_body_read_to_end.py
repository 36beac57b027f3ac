"""A request handler reads the content of a request without saying how much."""

import pytest

from etude.diagnoses.catalogue.request_body_read_to_end import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source

HANDLER = """from http.server import BaseHTTPRequestHandler
class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        content = READ
"""


def told(read: str, program: str = HANDLER):
    return match(Evidence(source=Source("a.py", program.replace("READ", read))))


@pytest.mark.parametrize(
    "read", ["self.rfile.read()", "self.rfile.read(-1)", "self.rfile.readlines()"]
)
def test_a_read_without_a_size_is_told(read: str) -> None:
    finding = told(read)

    assert finding.line == 4
    assert read in finding.evidence


@pytest.mark.parametrize(
    "read", ["self.rfile.read(length)", "self.rfile.readline()", "self.rfile.read(10)"]
)
def test_a_read_that_comes_to_its_end_is_not(read: str) -> None:
    assert told(read) is None


def test_other_classes_may_read_files_to_their_end() -> None:
    assert (
        told("self.rfile.read()", HANDLER.replace("(BaseHTTPRequestHandler)", "(Archive)")) is None
    )
