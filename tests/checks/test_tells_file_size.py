"""A function tells how many bytes a model needs in a file."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.tells_file_size import TellsFileSize
from etude.checks.values import Call, SmallModel
from etude.domain.verdict import Status

MODEL = SmallModel(shape=(200,), classes=100)
CHECK = TellsFileSize(of=Call(function="file_bytes", args=(MODEL,)), model=MODEL, name="size")
SIZED = {"path": "the file", "bytes": 0, "weights": 80_400, "most": 100_000}


def told(number: float) -> Any:
    return CHECK.judge({"told": number, "size": 91_000, "sized": SIZED})


def test_the_size_of_the_file_passes() -> None:
    assert told(90_000).status is Status.PASSED


def test_more_and_less_are_told() -> None:
    assert told(250_000).received == "250,000"
    assert "besides weights" in told(250_000).attempt
    assert "in bytes" in told(91.0).attempt


def test_what_is_no_number_is_told() -> None:
    assert CHECK.judge({"told": None, "type": "str"}).received == "a str"


PROGRAM = """
import os, keras
def file_bytes(model):
    model.save("measured.keras")
    return os.path.getsize("measured.keras")
"""


@pytest.mark.tensorflow
def test_a_model_is_saved_to_compare(probe: Callable[..., Mapping[str, Any]]) -> None:
    found = probe(CHECK, PROGRAM)

    assert found["sized"]["weights"] == 4 * 100 * 201
    assert CHECK.judge(found).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_model_that_lost_its_optimizer_is_told(
    probe: Callable[..., Mapping[str, Any]],
) -> None:
    lost = PROGRAM.replace("    model.save", "    model.compile()\n    model.save")

    assert "without that optimizer" in CHECK.judge(probe(CHECK, lost)).received
