"""Percentage errors of targets that come to zero."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import percentages_of_nearly_nothing as diagnosis
from etude.domain.observations import Fit, TensorSample

SCALED = replace(numbers(0, 1), mean=0.4, deviation=0.25)
CENTRED = replace(numbers(-2, 2), mean=0.0, deviation=1.0)
PRICES = replace(numbers(80, 400), mean=200.0, deviation=60.0)


def trained(
    percentage: float,
    *,
    squared: float = 0.01,
    targets: TensorSample = SCALED,
    loss: str = "mean_squared_error",
    name: str = "mape",
) -> Fit:
    run = fit(model(dense(1), loss=loss), labels=targets)
    return replace(run, epochs=[{"loss": squared, name: percentage}], finished=True)


def test_fires_where_the_percentage_is_asked_for() -> None:
    program = "\nmodel.compile(\n    loss='mse',\n    metrics=['mape'],\n)\n"

    finding = diagnosis.match(evidence(fits=[trained(1.5e6)], program=program))

    assert finding is not None
    assert finding.line == 4
    assert "ends at 1,500,000 %" in finding.evidence
    assert "the errors are 21 %" in finding.evidence


def test_fires_on_centred_targets_and_whatever_keras_calls_it() -> None:
    run = trained(900.0, targets=CENTRED, squared=0.02, name="mean_absolute_percentage_error")

    assert diagnosis.match(evidence(fits=[run])) is not None


def test_fires_on_a_percentage_that_is_the_loss() -> None:
    run = trained(0.0, squared=3e5, loss="mean_absolute_percentage_error", name="mae")

    assert diagnosis.match(evidence(fits=[run])) is not None


@pytest.mark.parametrize(
    "run",
    [
        trained(1.5e6, targets=PRICES),
        trained(60.0),
        trained(900.0, squared=4.0),
        trained(1.5e6, name="mae"),
        trained(1.5e6, targets=integers(0, 1, 2)),
    ],
)
def test_is_silent_away_from_zero_and_where_the_answers_are_far_off_themselves(run: Fit) -> None:
    assert diagnosis.match(evidence(fits=[run])) is None
