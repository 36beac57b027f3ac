"""Labels that are among the values of their window."""

from collections.abc import Callable

import pytest
from described import evidence
from trained import judged
from windowed import forecast, pipeline, windowed, windows

from etude.diagnoses.catalogue import label_inside_window
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Stage
from etude.domain.what_if import AS_IT_IS, WhatIf

PROGRAM = """\
x, y = [], []
for i in range(100):
    x.append(series[i : i + 8])
    y.append(series[i + 7])
model.fit(x, y)
"""


def test_fires_where_the_label_is_appended_and_says_which_value_it_is() -> None:
    run = forecast(windowed(windows(lead=0)), line=5)

    finding = label_inside_window.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert finding.evidence == "in windows of 8 values the label is its last value"
    assert "series[i + 8]" in finding.change


def test_fires_inside_the_function_that_cuts() -> None:
    program = "def cut(s):\n    y = s[7:]\n    return x, y\n\nx, y = cut(s)\nmodel.fit(x, y)\n"

    run = forecast(windowed(windows(lead=-7)), line=6)

    finding = label_inside_window.match(evidence(fits=[run], program=program))
    assert finding is not None
    assert finding.line == 2
    assert "first value" in finding.evidence


def test_fires_at_the_targets_given_to_keras() -> None:
    program = "data = timeseries_dataset_from_array(\n    series,\n    series,\n    8)\n"
    cut = Stage(op="batch", line=1, parameters={"lead": -7, "sequence_length": 8})

    finding = label_inside_window.match(
        evidence(fits=[forecast(windowed(stages=[cut]))], program=program)
    )

    assert finding is not None
    assert finding.line == 3


def test_fires_at_the_map_of_a_pipeline() -> None:
    stages = pipeline("from_tensor_slices", "window", "flat_map", "map", "batch")

    finding = label_inside_window.match(
        evidence(fits=[forecast(windowed(windows(lead=-2), stages=stages))])
    )

    assert finding is not None
    assert finding.line == 4
    assert "value number 6" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        None,
        windows(lead=None),
        windows(lead=1),
        windows(lead=24),
        windows(lead=-7, steps=8),
        windows(lead=-6, steps=8),
        windows(lead=-2, steps=6),
    ],
    ids=[
        *("no windows", "labels of another series", "the next value", "a day ahead"),
        *("an autoencoder", "a forecast at every step", "labels that reach beyond the window"),
    ],
)
def test_is_silent_on(seen: object) -> None:
    run = forecast(windowed(seen))  # type: ignore[arg-type]

    assert label_inside_window.match(evidence(fits=[run], program=PROGRAM)) is None


def test_a_label_that_begins_inside_is_one_where_hidden_forecasts_come_late() -> None:
    run = forecast(windowed(windows(lead=0, steps=3)), line=5)
    late = judged({AS_IT_IS: 1.9, WhatIf.ONE_STEP_EARLIER: 0.5})

    finding = label_inside_window.match(evidence(fits=[run], verdicts=[late], program=PROGRAM))

    assert finding is not None
    assert "begins with its value 8, the last one, and goes on for 2 more" in finding.evidence


def test_without_that_it_may_be_meant() -> None:
    run = forecast(windowed(windows(lead=0, steps=3)), line=5)

    assert label_inside_window.match(evidence(fits=[run], program=PROGRAM)) is None


TOY = """\
import keras
import numpy as np
from keras.utils import timeseries_dataset_from_array
numbers = np.arange({count})
pairs = timeseries_dataset_from_array(
    numbers, numbers{begun}, sequence_length=3, batch_size=2
)
for window, label in pairs:
    print(window.numpy(), label.numpy())
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize("count", [10, 40])
def test_fires_where_windows_of_whole_numbers_are_only_looked_at(
    evidence_of: Callable[[str], Evidence], count: int
) -> None:
    finding = label_inside_window.match(evidence_of(TOY.format(count=count, begun="")))

    assert finding is not None
    assert finding.line == 6
    assert "its first value" in finding.evidence


@pytest.mark.tensorflow
def test_is_silent_where_a_toy_shows_the_value_after(
    evidence_of: Callable[[str], Evidence],
) -> None:
    assert label_inside_window.match(evidence_of(TOY.format(count=10, begun="[3:]"))) is None
