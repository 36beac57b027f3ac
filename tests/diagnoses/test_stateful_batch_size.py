"""Batches that do not fit a stateful layer."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, model
from windowed import forecast, recurrent, windowed

from etude.diagnoses.catalogue import stateful_batch_size
from etude.domain.observations import Stage

SIZES = (
    "If an RNN is stateful, the batch size of the input sequences must be the same as the batch "
    "size of the initial state.\n- Expected batch size: 8\n- Received batch size: 1"
)


def run(*, stateful: bool = True, batch: int | None = 8) -> Any:
    of = model(recurrent(stateful=stateful), dense(1), loss="mean_squared_error")
    inputs = [replace(of.inputs[0], shape=[batch, 10, 1])]
    return forecast(windowed(), model=replace(of, inputs=inputs))


@pytest.mark.parametrize("error", [SIZES, "Incompatible shapes: [6,1] vs. [8,1]"])
def test_fires_at_the_layer(error: str) -> None:
    finding = stateful_batch_size.match(evidence(fits=[run()], error=error))

    assert finding is not None
    assert finding.line == 3
    assert "LSTM is stateful and built for batches of 8" in finding.evidence


def test_fires_when_no_batch_size_was_fixed() -> None:
    error = "When using `stateful=True` in a RNN, the batch size must be static."
    program = "keras.layers.LSTM(\n    4,\n    stateful=True,\n)\n"

    finding = stateful_batch_size.match(evidence(error=error, program=program))

    assert finding is not None
    assert finding.line == 3


UNKNOWN = "Input tensor `gru/Read:0` enters the loop with shape (8, 4), but has shape (None, 4)"


@pytest.mark.parametrize(("dropped", "line"), [(False, 7), (True, 3)])
def test_points_at_batches_whose_last_may_be_smaller(dropped: bool, line: int) -> None:
    batch = Stage(op="batch", line=7, parameters={"batch_size": 8, "drop_remainder": dropped})
    stopped = run()
    stopped = replace(stopped, train=replace(stopped.train, kind="dataset", stages=[batch]))

    finding = stateful_batch_size.match(evidence(fits=[stopped], error=UNKNOWN))

    assert finding is not None
    assert finding.line == line
    assert ("batch(8) in line 7 says of no batch" in finding.evidence) != dropped


@pytest.mark.parametrize(
    ("given", "error"),
    [(run(stateful=False), SIZES), (run(), "something else"), (run(), "")],
    ids=["not stateful", "another error", "no error"],
)
def test_is_silent_on(given: Any, error: str) -> None:
    assert stateful_batch_size.match(evidence(fits=[given], error=error)) is None
