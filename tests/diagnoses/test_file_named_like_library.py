"""Files of one's own that hide a library."""

import pytest

from etude.diagnoses.catalogue import file_named_like_library as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame, Missing

PARTIAL = "partially initialized module '{}' has no attribute 'constant' (...)"


def stopped(message: str, *files: str, of: str = "") -> Evidence:
    frames = [
        ErrorFrame(file=file, line=i + 2, function="<module>") for i, file in enumerate(files)
    ]
    missing = Missing(kind="attribute", name="constant", of=of) if of else None
    error = Error(type="AttributeError", message=message, frames=frames, missing=missing)
    return Evidence(source=Source("program.py", ""), errors=[error])


@pytest.mark.parametrize(
    ("message", "files", "of"),
    [
        (PARTIAL.format("tensorflow"), ["tensorflow.py", "tensorflow.py"], "tensorflow"),
        (PARTIAL.format("keras"), ["digits.py", "keras.py"], "keras"),
        (
            "cannot import name 'Sequential' from 'keras' (/home/somebody/keras.py)",
            ["digits.py"],
            "keras",
        ),
        ("module 'random' has no attribute 'seed'", ["random.py"], "random"),
    ],
    ids=["the program itself", "one beside it", "what the message names", "one of Python's"],
)
def test_names_the_file_that_hides_a_library(message: str, files: list[str], of: str) -> None:
    finding = diagnosis.match(stopped(message, *files, of=of))

    assert finding is not None
    assert finding.line == 2
    assert f"`import {of}` finds {of}.py" in finding.evidence
    assert f"my_{of}.py" in finding.change


@pytest.mark.parametrize(
    ("message", "files", "of"),
    [
        (PARTIAL.format("layers"), ["layers.py", "network.py"], "layers"),
        ("module 'keras' has no attribute 'constant'", ["digits.py"], "keras"),
        (
            "cannot import name 'constant' from 'wave' (/usr/lib/python3.11/wave.py)",
            ["digits.py"],
            "wave",
        ),
        ("list index out of range", ["random.py"], ""),
    ],
    ids=["two files of one's own", "a name of another version", "in the library", "another error"],
)
def test_is_silent_where_no_library_is_hidden(message: str, files: list[str], of: str) -> None:
    assert diagnosis.match(stopped(message, *files, of=of)) is None
