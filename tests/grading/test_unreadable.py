"""Files that Python cannot read are answered at once, without a sandbox."""

import pytest
from scenes import Says, Scene

from etude.domain.outcome import Fault, Reason

FIRST = Says(name="first")


def test_a_syntax_error_is_told_with_its_line_and_nothing_is_run(scene: Scene) -> None:
    report = scene.grade(FIRST, program=b"x = 1\ndef load(:\n    pass\n")

    assert (report.fault, report.reason) == (Fault.LEARNER, Reason.EXCEPTION)
    assert report.error is not None
    assert (report.error.type, report.error.line) == ("SyntaxError", 2)
    assert report.error.frames[0].text == "def load(:"
    assert report.verdicts[0].received == "not judged: it needs a file that Python can read"
    assert scene.sandbox.jobs == []


def test_wrong_indentation_is_told_by_its_own_name(scene: Scene) -> None:
    report = scene.grade(FIRST, program=b"def f():\n  a = 1\n   b = 2\n")

    assert report.error is not None
    assert (report.error.type, report.error.line) == ("IndentationError", 3)


def test_bytes_that_are_not_utf_8_are_told_with_line_and_what_to_do(scene: Scene) -> None:
    report = scene.grade(FIRST, program=b"x = 1\n# caf\xe9\n")

    assert report.error is not None
    assert report.error.message == (
        "line 2 holds the byte 0xe9, which is not UTF-8: save the file as UTF-8 in your editor"
    )
    assert report.error.line == 2


def test_null_bytes_are_told(scene: Scene) -> None:
    report = scene.grade(FIRST, program=b"x = 1\n\x00\x00")

    assert report.fault is Fault.LEARNER
    assert report.error is not None
    assert "null bytes" in report.error.message
    assert scene.sandbox.jobs == []


@pytest.mark.parametrize("text", [b"(" * 500, b"x = " + b"-" * 100_000 + b"1\n"])
def test_nesting_beyond_the_parser_is_told_and_not_a_crash(scene: Scene, text: bytes) -> None:
    report = scene.grade(FIRST, program=text)

    assert report.fault is Fault.LEARNER


@pytest.mark.parametrize(
    "program",
    [
        b"",
        b"\xef\xbb\xbfx = 1\n",
        b"x = 1\r\ny = 2\r\n",
        "x = 'Größe 3'\n".encode(),
        b"x = '\\d'\n",
    ],
    ids=["empty", "byte order mark", "CRLF", "umlauts", "invalid escape"],
)
def test_files_that_python_reads_are_run(scene: Scene, program: bytes) -> None:
    scene.says("first", right=True)

    assert scene.grade(FIRST, program=program).passed
