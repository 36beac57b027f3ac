"""Windows at the end of a series that hold fewer values."""

from typing import Any

import pytest
from described import evidence
from windowed import forecast, pipeline, windowed

from etude.diagnoses.catalogue import last_windows_too_short

RAGGED = "Cannot add tensor to the batch: number of elements does not match."
CUT = ("from_tensor_slices", "window", "flat_map")


def run(*steps: str, **window: Any) -> Any:
    sizes = {"window": {"size": 6, "shift": 1} | window}
    return forecast(windowed(stages=pipeline(*CUT, *steps, **sizes)))


@pytest.mark.parametrize(
    "error",
    [
        RAGGED,
        "Cannot batch tensors with different shapes in component 0.",
        "Tried to stack list which only contains uninitialized tensors",
        "Shapes used to initialize variables must be fully-defined (no `None` dimensions).",
    ],
)
def test_fires_at_window(error: str) -> None:
    finding = last_windows_too_short.match(evidence(fits=[run("map", "batch")], error=error))

    assert finding is not None
    assert finding.line == 2
    assert "window(6) in line 2 keeps the windows of fewer than 6 values" in finding.evidence


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (run("map", "batch", drop_remainder=True), RAGGED),
        (run("map", "padded_batch"), RAGGED),
        (run("filter", "batch"), RAGGED),
        (run("map", "batch"), "something else"),
    ],
    ids=["whole windows only", "padded", "short ones sorted out", "another error"],
)
def test_is_silent_on(given: Any, error: str) -> None:
    assert last_windows_too_short.match(evidence(fits=[given], error=error)) is None


def test_reads_the_source_when_no_model_was_given_the_dataset() -> None:
    program = "d = d.window(6, shift=1)\nd = d.flat_map(lambda w: w.batch(6)).batch(8)\n"

    finding = last_windows_too_short.match(evidence(program=program, error=RAGGED))

    assert finding is not None
    assert finding.line == 1


def test_reads_no_mistake_into_a_source_that_drops_the_rest() -> None:
    program = "d.window(6, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(6)).batch(8)\n"

    assert last_windows_too_short.match(evidence(program=program, error=RAGGED)) is None
