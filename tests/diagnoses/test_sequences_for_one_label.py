"""Classifiers that answer at every step of a sequence with one label."""

from typing import Any

import pytest
from described import dense, evidence, fit, integers, model, numbers, one_hot
from windowed import recurrent

from etude.diagnoses.catalogue import sequences_for_one_label
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error
from etude.domain.observations import TensorSample

SPARSE = "sparse_categorical_crossentropy"
PROGRAM = "model = Sequential([\n    x,\n    LSTM(8,\n        return_sequences=True),\n])\n"
ONE = integers(0, 1, 2)


def stopped(
    labels: TensorSample = ONE,
    *,
    sequences: bool = True,
    loss: str = SPARSE,
    raised_by: str = "keras.src.backend.tensorflow.nn.sparse_categorical_crossentropy",
) -> Evidence:
    shape = [None, 6, 3] if sequences else [None, 3]
    of = model(recurrent(sequences=sequences), dense(3), loss=loss, output=shape)
    error = Error(type="ValueError", message="shapes", raised_by=raised_by)
    return Evidence(
        source=evidence(program=PROGRAM).source, fits=[fit(of, labels=labels)], errors=[error]
    )


@pytest.mark.parametrize(
    ("labels", "loss"), [(ONE, SPARSE), (one_hot(3), "categorical_crossentropy")]
)
def test_fires_at_return_sequences(labels: TensorSample, loss: str) -> None:
    finding = sequences_for_one_label.match(stopped(labels, loss=loss))

    assert finding is not None
    assert finding.line == 4
    assert "LSTM(8) gives a value for each of the 6 steps" in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        stopped(sequences=False),
        stopped(integers(0, 1, 2, shape=(64, 6))),
        stopped(raised_by="keras.src.layers.layer.__call__"),
    ],
    ids=["one state", "a label for every step", "another error"],
)
def test_is_silent_on(given: Any) -> None:
    assert sequences_for_one_label.match(given) is None


def forecasting(*labels: int, steps: int = 48, values: int = 12) -> Evidence:
    of = model(
        recurrent(sequences=True),
        dense(values),
        loss="mean_squared_error",
        output=[None, steps, values],
    )
    return evidence(fits=[fit(of, labels=numbers(-1.0, 1.0, shape=labels))], program=PROGRAM)


@pytest.mark.parametrize(
    "given",
    [forecasting(64, 12), forecasting(64, values=1), forecasting(64, 1, values=1)],
    ids=["several values", "one number", "a column"],
)
def test_fires_on_forecasts_at_every_step_for_one_target(given: Evidence) -> None:
    finding = sequences_for_one_label.match(given)

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    "given",
    [forecasting(64, 48, values=1), forecasting(64, 48, 12), forecasting(64, 1, steps=1, values=1)],
    ids=["a number for each step", "values for each step", "a single step"],
)
def test_is_silent_on_targets_for_every_step(given: Evidence) -> None:
    assert sequences_for_one_label.match(given) is None
