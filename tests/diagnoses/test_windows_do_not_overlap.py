"""Windows that move by their own size."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence
from windowed import figures, forecast, pipeline, windowed

from etude.diagnoses.catalogue import windows_do_not_overlap


def run(series: dict[str, float], **window: Any) -> Any:
    sizes = {"window": window, "from_tensor_slices": series}
    stages = pipeline("from_tensor_slices", "window", "flat_map", "map", "batch", **sizes)
    return forecast(windowed(stages=stages))


def test_fires_at_window_and_counts_what_is_lost() -> None:
    finding = windows_do_not_overlap.match(evidence(fits=[run(figures(1000), size=10)]))

    assert finding is not None
    assert finding.line == 2
    assert "gives 100 windows; moved by one it gives 991" in finding.evidence


def test_fires_on_a_shift_of_the_window_that_leaves_fewer_windows_than_weights() -> None:
    given = run(figures(1000), size=10, shift=10)
    small = replace(given, model=replace(given.model, trainable_parameters=705))

    finding = windows_do_not_overlap.match(evidence(fits=[small]))

    assert finding is not None
    assert "gives 100 windows" in finding.evidence
    assert finding.change == "write shift=1 in window"


@pytest.mark.parametrize(
    "given",
    [run(figures(1000), size=10, shift=1), run(figures(1000), size=10, shift=10), run({}, size=10)],
    ids=["moved by one", "moved by ten on purpose", "no series of numbers"],
)
def test_is_silent_on(given: Any) -> None:
    assert windows_do_not_overlap.match(evidence(fits=[given])) is None
