"""A model's bytes are written to a file that was opened for text."""

from etude.diagnoses.catalogue.bytes_written_as_text import match
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

FRAME = ErrorFrame(file="a.py", line=9, function="convert")


def told(message: str, kind: str = "TypeError"):
    error = Error(type=kind, message=message, frames=[FRAME])
    return match(Evidence(source=Source("a.py", ""), errors=[error]))


def test_the_line_that_writes_is_told() -> None:
    finding = told("write() argument must be str, not bytes")

    assert finding.line == 9
    assert '"wb"' in finding.change


def test_other_type_errors_are_left_alone() -> None:
    assert told("can only concatenate str (not 'bytes') to str") is None
    assert told("a bytes-like object is required, not 'str'") is None
    assert told("write() argument must be str, not bytes", "ValueError") is None
