"""A convolution that shows each step the one it has to forecast."""

from typing import Any

import pytest
from described import dense, evidence, layer, model
from windowed import forecast, windowed, windows

from etude.diagnoses.catalogue import convolution_looks_ahead
from etude.domain.finding import Finding

EACH_NEXT = {"lead": -6, "steps": 8}


def found(seen: dict[str, Any], **config: Any) -> Finding | None:
    given = {"kernel_size": [5], "padding": "same", "dilation_rate": [1]} | config
    of = model(layer("Conv1D", line=7, **given), layer("LSTM"), dense(1), loss="mae")
    run = forecast(windowed(windows(**seen)), model=of)
    return convolution_looks_ahead.match(evidence(fits=[run]))


def test_fires_at_the_convolution_and_tells_how_far_it_sees() -> None:
    finding = found(EACH_NEXT)

    assert finding is not None
    assert finding.line == 7
    assert "a kernel of 5 and padding='same': each step sees 2 later ones" in finding.evidence


def test_counts_what_a_dilated_kernel_spans() -> None:
    finding = found(EACH_NEXT, kernel_size=[3], dilation_rate=[4])

    assert finding is not None
    assert "each step sees 4 later ones" in finding.evidence


@pytest.mark.parametrize(
    "config", [{"padding": "causal"}, {"padding": "valid"}, {"kernel_size": [1]}]
)
def test_is_silent_on_a_convolution_that_sees_nothing_later(config: dict[str, Any]) -> None:
    assert found(EACH_NEXT, **config) is None


@pytest.mark.parametrize(
    "seen", [{"lead": 1}, {"lead": 1, "steps": 8}, {"lead": None, "steps": 8}, {"lead": -6}]
)
def test_is_silent_where_labels_follow_the_whole_window(seen: dict[str, Any]) -> None:
    assert found(seen) is None
