"""Targets so large that a network has not reached their mean."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import targets_not_scaled as diagnosis
from etude.domain.health import Health
from etude.domain.observations import Compiled, Fit, Loss, TensorSample

PRICES = replace(numbers(200_000, 400_000), mean=300_000.0, deviation=40_000.0)
AROUND_ZERO = replace(numbers(-900, 900), mean=0.0, deviation=500.0)


def trained(
    *losses: float,
    targets: TensorSample = PRICES,
    loss: str = "mean_squared_error",
    activation: str = "linear",
    spread: float | None = None,
) -> Fit:
    run = fit(model(dense(8, "relu"), dense(1, activation), loss=loss), labels=targets)
    health = Health(output_spread=spread, label_spread=targets.deviation, examples=32)
    epochs = [{"loss": one} for one in losses]
    return replace(run, epochs=epochs, finished=True, health=health)


def test_fires_at_fit_when_the_mean_would_have_been_better() -> None:
    finding = diagnosis.match(evidence(fits=[trained(9.2e10, 9.1e10, 9.0e10)]))

    assert finding is not None
    assert finding.line == 3
    assert "scatter by 4e+04 around 3e+05" in finding.evidence


def test_fires_on_absolute_errors_too() -> None:
    run = trained(3.1e5, 3e5, 2.9e5, loss="mean_absolute_error")

    assert diagnosis.match(evidence(fits=[run])) is not None


def test_around_zero_the_answers_tell_whether_anything_was_learned() -> None:
    still = trained(2.5e5, 2.5e5, 2.5e5, targets=AROUND_ZERO, spread=1.2)
    noise = trained(2.5e5, 2.5e5, 2.5e5, targets=AROUND_ZERO, spread=90.0)

    assert diagnosis.match(evidence(fits=[still])) is not None
    assert diagnosis.match(evidence(fits=[noise])) is None


def test_stands_alone_where_zeros_cost_little_more_than_the_mean_only_when_it_was_zeros() -> None:
    powers = replace(numbers(0, 1e8), mean=2e7, deviation=2.7e7)
    zeros, mean = 2.7e7**2 + 2e7**2, 2.7e7**2

    at_zeros, at_the_mean = (
        diagnosis.match(evidence(fits=[trained(cost, cost, cost, targets=powers, spread=1.0)]))
        for cost in (zeros, mean)
    )

    assert at_zeros is not None
    assert at_zeros.stands_alone
    assert at_the_mean is not None
    assert not at_the_mean.stands_alone


def test_stands_alone_while_the_answers_are_still_about_zero() -> None:
    begun = diagnosis.match(evidence(fits=[trained(9.2e10, 9.1e10, 9.0e10)]))
    thrown_out = diagnosis.match(evidence(fits=[trained(9.2e12, 9.1e12, 9.0e12)]))

    assert begun is not None
    assert begun.stands_alone
    assert thrown_out is not None
    assert not thrown_out.stands_alone


@pytest.mark.parametrize(
    "run",
    [
        trained(9e10, 3e9, 4e8),
        trained(9e2, 8e2, 8e2, targets=replace(numbers(-1, 2), mean=0.5, deviation=0.4)),
        trained(9e10, 9e10, 9e10, activation="sigmoid"),
        trained(9e10, 9e10, 9e10, targets=replace(PRICES, deviation=None)),
        trained(9e10, 9e10),
    ],
    ids=["learned", "small targets", "another fault", "scatter not known", "just begun"],
)
def test_is_silent_on(run: Fit) -> None:
    assert diagnosis.match(evidence(fits=[run])) is None


def test_names_the_output_of_several_whose_targets_are_large() -> None:
    run = trained(9e10, 9e10, 9e10)
    names = ("price", "sold")
    layers = [run.model.layers[0], *(replace(run.model.layers[1], name=name) for name in names)]
    outputs = [replace(run.model.outputs[0], path=name) for name in names]
    losses = [Loss(name="mean_squared_error"), Loss(name="binary_crossentropy")]
    compiled = Compiled(line=2, losses=losses)
    of = replace(run.model, layers=layers, outputs=outputs, compiled=compiled)
    labels = [replace(PRICES, path="1/price"), replace(integers(0, 1), path="1/sold")]
    epochs = [{"price_loss": 9e10, "sold_loss": 0.7}] * 3
    several = replace(run, model=of, epochs=epochs, train=replace(run.train, sample=labels))

    finding = diagnosis.match(evidence(fits=[several]))

    assert finding is not None
    assert "the targets of price lie between" in finding.evidence
