"""Forecasts beside that of repeating the last value."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer, model
from trained import judged
from windowed import forecast, windowed, windows

from etude.diagnoses.catalogue import forecast_repeats_last_value
from etude.domain.what_if import AS_IT_IS, WhatIf


def run(*val_mae: float, name: str = "val_mae", **seen: Any) -> Any:
    held_out = windowed(windows(**({"lead": 1, "naive_error": 0.75} | seen)), role="validation")
    epochs = [{name: value} for value in val_mae]
    return forecast(windowed(windows()), held_out, epochs=epochs)


def test_fires_when_no_epoch_was_better_than_the_naive_forecast() -> None:
    finding = forecast_repeats_last_value.match(evidence(fits=[run(1.4, 0.9, 1.1)]))

    assert finding is not None
    assert finding.line == 9
    assert finding.evidence == (
        "the best validation error of 3 epochs is 0.9; repeating each window's last value has one "
        "of 0.75"
    )


@pytest.mark.parametrize(
    ("loss", "name", "value"),
    [("mean_absolute_error", "val_loss", 0.9), ("mean_squared_error", "val_loss", 5.0)],
)
def test_reads_the_loss_where_it_is_that_error(loss: str, name: str, value: float) -> None:
    of = model(layer("LSTM"), dense(1), loss=loss)

    given = replace(run(value, value, name=name), model=of)

    assert forecast_repeats_last_value.match(evidence(fits=[given])) is not None


@pytest.mark.parametrize(
    "given",
    [
        run(1.4, 0.7),
        run(1.4),
        run(1.4, 0.9, lead=None),
        run(1.4, 0.9, steps=6),
        run(1.4, 0.9, lead=0),
        run(float("nan"), float("nan")),
    ],
    ids=["better once", "one epoch", "other labels", "many steps", "label inside", "nan"],
)
def test_is_silent_on(given: Any) -> None:
    assert forecast_repeats_last_value.match(evidence(fits=[given])) is None


def test_is_silent_where_one_batch_of_many_was_seen() -> None:
    given = run(1.4, 0.9)
    batch = replace(given.validation, kind="dataset", cardinality=8)

    found = forecast_repeats_last_value.match(evidence(fits=[replace(given, validation=batch)]))

    assert found is None


def test_fires_when_hidden_values_are_met_one_step_earlier() -> None:
    verdict = judged({AS_IT_IS: 1.25, WhatIf.ONE_STEP_EARLIER: 0.2})

    finding = forecast_repeats_last_value.match(evidence(verdicts=[verdict]))

    assert finding is not None
    assert "1.25 as it is, 0.2 with the forecast moved one step earlier" in finding.evidence
