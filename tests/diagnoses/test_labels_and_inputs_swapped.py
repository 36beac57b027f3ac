"""Pairs the wrong way round."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, dataset, stopped

from etude.diagnoses.catalogue import labels_and_inputs_swapped as diagnosis
from etude.domain.observations import Data

NETWORK = model(dense(3), inputs=(None, 8))


def test_fires_where_the_pairs_are_made() -> None:
    data = dataset("from_tensor_slices map batch", x=[None], y=[None, 8])

    finding = diagnosis.match(stopped(NETWORK, data))

    assert finding is not None
    assert finding.line == 2
    assert "(None,) and the second (None, 8)" in finding.evidence


def test_fires_on_arrays() -> None:
    assert diagnosis.match(stopped(NETWORK, arrays(x=[32], y=[32, 8])))


def test_fires_on_a_network_that_takes_its_shape_from_the_data() -> None:
    data = arrays(x=[32], x_type="int64", y=[32, 8])

    finding = diagnosis.match(stopped(replace(NETWORK, inputs=[]), data))

    assert finding is not None
    assert "a network learns from the first" in finding.evidence


def test_windows_that_are_a_step_too_short_are_no_labels() -> None:
    steps = model(dense(1), inputs=(None, 30, 1), output=(None, 30, 1))

    assert diagnosis.match(stopped(steps, arrays(x=[32, 29, 1], y=[32, 30, 1]))) is None


def test_a_stretch_to_forecast_given_first_is_told() -> None:
    ahead = model(dense(1), inputs=(None, 30, 1), output=(None, 6, 1))

    assert diagnosis.match(stopped(ahead, arrays(x=[32, 6, 1], y=[32, 30, 1])))


@pytest.mark.parametrize(
    "data",
    [arrays(x=[32, 8], y=[32]), arrays(x=[32, 8], y=[32, 8]), arrays(x=[32, 5], y=[32, 3])],
    ids=["right", "both fit", "neither fits"],
)
def test_is_silent_on(data: Data) -> None:
    assert diagnosis.match(stopped(NETWORK, data)) is None
