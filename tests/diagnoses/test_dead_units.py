"""ReLU units that are zero for every example."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers
from looped import fitted, looped, state

from etude.diagnoses.catalogue import dead_units as diagnosis
from etude.domain.health import Health
from etude.domain.observations import TensorSample

FLAT, FALLING = [0.8, 0.7, 0.69, 0.69], [0.7, 0.4, 0.2, 0.1]


def test_fires_at_the_layer() -> None:
    fit = fitted(state("dense", zero_units=0.9), loss=FLAT)

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 4
    assert "90% of the units of dense are zero for all of 32 training examples" in finding.evidence


@pytest.mark.parametrize(
    ("targets", "change"),
    [(integers(0, 1), "sigmoid"), (numbers(0.0, 9.0), "leave out the activation")],
)
def test_tells_what_an_output_should_end_in(targets: TensorSample, change: str) -> None:
    of = model(dense(1, "relu"), loss="mean_squared_error")
    epochs = [{"loss": 0.5}] * 3
    health = Health(layers=[state("dense", zero_units=1.0)], examples=32)
    trained = replace(fit(of, labels=targets), epochs=epochs, finished=True, health=health)

    finding = diagnosis.match(evidence(fits=[trained]))

    assert finding is not None
    assert change in finding.change


def test_fires_in_a_loop_of_ones_own() -> None:
    health = Health(layers=[state("dense", zero_units=1.0)], examples=32)
    of = model(dense(1, "relu"), loss="mean_squared_error")
    far = replace(numbers(3.0, 9.0), mean=5.5, deviation=1.0)
    loop = looped(line=7, losses=[30.9] * 48, model=of, health=health)
    guessing = replace(loop, train=replace(loop.train, sample=[integers(0, 1)]))
    loop = replace(loop, train=replace(loop.train, sample=[far]))

    assert diagnosis.match(evidence(loops=[guessing])) is None
    finding = diagnosis.match(evidence(loops=[loop]))

    assert finding is not None
    assert "after 48 steps" in finding.evidence


@pytest.mark.parametrize(("mean", "fires"), [(5.0, True), (0.1, False)])
def test_an_output_of_zeros_is_told_however_far_the_loss_has_fallen(
    mean: float, fires: bool
) -> None:
    of = model(dense(1, "relu"), loss="mean_squared_error")
    epochs = [{"loss": loss} for loss in (9e9, 3.0, 3.0)]
    health = Health(layers=[state("dense", zero_units=1.0)], examples=32)
    targets = replace(numbers(0.0, 9.0), mean=mean, deviation=2.0)
    trained = replace(fit(of, labels=targets), epochs=epochs, finished=True, health=health)

    assert (diagnosis.match(evidence(fits=[trained])) is not None) is fires


def test_is_silent_on_a_training_that_learns() -> None:
    fit = fitted(state("dense", zero_units=0.9), loss=FALLING)

    assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_on_few_dead_units_and_on_other_layers() -> None:
    few = fitted(state("dense", zero_units=0.3), loss=FLAT)
    other = fitted(state("dropout", zero_units=0.9), loss=FLAT)

    assert diagnosis.match(evidence(fits=[few, other])) is None


def test_is_silent_when_nothing_was_looked_at() -> None:
    fit = replace(fitted(loss=FLAT), health=None)

    assert diagnosis.match(evidence(fits=[fit])) is None
