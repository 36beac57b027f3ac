"""What trainings with something changed prove."""

import math
from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import (
    inputs_not_scaled,
    learning_rate_too_high,
    learning_rate_too_low,
    targets_not_scaled,
)
from etude.diagnoses.retrained import proven, rate_that_is_better
from etude.domain.observations import Fit
from etude.domain.retraining import Change, Course, Retraining

EPOCHS = 3
INPUTS, TARGETS, RATE = Change.INPUTS, Change.TARGETS, Change.RATE


def tried(*changes: Change, loss: float, rate: float = 1e-3) -> Retraining:
    return Retraining(changes=changes, course=Course(losses=[loss] * EPOCHS), rate=rate)


def trained(*retrainings: Retraining, loss: float = 100.0, rate: float = 1e-3) -> Fit:
    targets = replace(numbers(0, 40), mean=20.0, deviation=10.0)
    run = fit(model(dense(8, "relu"), dense(1), loss="mean_squared_error"), labels=targets)
    inputs = replace(numbers(0, 20), path="0", shape=[64, 8])
    run = replace(run, train=replace(run.train, sample=[inputs, targets]))
    epochs = [{"loss": loss, "learning_rate": rate}] * EPOCHS
    return replace(run, epochs=epochs, finished=True, retrainings=retrainings)


def test_a_single_change_that_helped_is_proven_with_both_numbers() -> None:
    run = trained(tried(INPUTS, loss=2.0))

    assert proven(run, INPUTS) == (
        "the loss after 3 epochs is 100; in a second training, with standardised inputs, it is 2"
    )
    assert proven(run, TARGETS) == ""


def test_a_change_that_did_not_help_is_not() -> None:
    assert proven(trained(tried(INPUTS, loss=98.0)), INPUTS) == ""
    assert proven(trained(), INPUTS) == ""


def test_nor_is_one_that_only_came_down_to_guessing() -> None:
    scatter = 10.0**2

    assert proven(trained(tried(INPUTS, loss=0.97 * scatter), loss=9 * scatter), INPUTS) == ""
    assert proven(trained(tried(INPUTS, loss=0.5 * scatter), loss=9 * scatter), INPUTS)


def test_of_two_that_are_needed_both_are_proven_and_told_apart() -> None:
    run = trained(
        tried(INPUTS, TARGETS, loss=1.0), tried(TARGETS, loss=50.0), tried(INPUTS, loss=80.0)
    )

    assert proven(run, INPUTS).endswith(
        "with standardised inputs and standardised targets, it is 1, "
        "and without standardised inputs 50"
    )
    assert proven(run, TARGETS).endswith("it is 1, and without standardised targets 80")


def test_only_beside_another_suspicion_does_a_rate_stand_for_itself() -> None:
    alone = trained(tried(RATE, loss=2.0), rate=0.1)
    beside = trained(
        tried(INPUTS, RATE, loss=1.0), tried(RATE, loss=50.0), tried(INPUTS, loss=80.0), rate=0.1
    )

    found = [learning_rate_too_high.match(evidence(fits=[run])) for run in (alone, beside)]

    assert [one.stands_alone for one in found if one is not None] == [False, True]


def test_of_two_only_the_needed_one_is_proven() -> None:
    run = trained(
        tried(INPUTS, TARGETS, loss=1.0), tried(TARGETS, loss=1.1), tried(INPUTS, loss=80.0)
    )

    assert proven(run, INPUTS) == ""
    assert proven(run, TARGETS)


def test_where_either_would_do_the_better_one_is_proven() -> None:
    run = trained(
        tried(INPUTS, RATE, loss=1.0), tried(RATE, loss=1.5), tried(INPUTS, loss=1.2), rate=0.1
    )

    assert proven(run, INPUTS)
    assert proven(run, RATE) == ""


def test_inputs_of_less_than_thirty_are_blamed_when_that_is_proven() -> None:
    assert inputs_not_scaled.match(evidence(fits=[trained()])) is None

    finding = inputs_not_scaled.match(evidence(fits=[trained(tried(INPUTS, loss=2.0))]))

    assert finding is not None
    assert finding.proven
    assert "between 0 and 20" in finding.evidence


def test_targets_are_blamed_when_that_is_proven() -> None:
    assert targets_not_scaled.match(evidence(fits=[trained()])) is None

    finding = targets_not_scaled.match(evidence(fits=[trained(tried(TARGETS, loss=2.0))]))

    assert finding is not None
    assert finding.proven


def test_a_rate_is_too_high_or_too_low_by_what_the_usual_one_does() -> None:
    high, low = trained(tried(RATE, loss=2.0), rate=0.1), trained(tried(RATE, loss=2.0), rate=1e-5)

    assert rate_that_is_better(high) == 1e-3
    for run, guilty, other in (
        (high, learning_rate_too_high, learning_rate_too_low),
        (low, learning_rate_too_low, learning_rate_too_high),
    ):
        finding = guilty.match(evidence(fits=[run]))
        assert finding is not None
        assert finding.proven
        assert "with a learning rate of 0.001, it is 2" in finding.evidence
        assert other.match(evidence(fits=[run])) is None


def test_no_rate_is_called_low_that_the_loss_ran_away_from() -> None:
    beside = [tried(INPUTS, RATE, loss=1.0), tried(RATE, loss=50.0), tried(INPUTS, loss=80.0)]

    for losses in ([math.nan], [900.0, 9e9]):
        epochs = [{"loss": loss, "learning_rate": 1e-5} for loss in losses]
        run = replace(trained(*beside, rate=1e-5), epochs=epochs)

        assert proven(run, RATE)
        assert learning_rate_too_low.match(evidence(fits=[run])) is None


def test_what_is_left_is_proven_where_a_number_was_suspected_in_vain() -> None:
    run = trained(tried(RATE, loss=98.0), tried(Change.UNITS, loss=2.0), rate=0.1)

    assert proven(run, Change.UNITS).endswith(
        "with 32 units in the hidden layers that have few, it is 2"
    )
    assert proven(run, RATE) == ""


@pytest.mark.parametrize("learned", [95.0, 70.0])
def test_sgd_is_told_to_creep_where_adam_learned_far_more(learned: float) -> None:
    by_adam = tried(Change.OPTIMIZER, loss=10.0)

    found = learning_rate_too_low.match(evidence(fits=[trained(by_adam, loss=learned, rate=0.01)]))

    assert found is not None
    assert "at a learning rate of 0.01 the loss" in found.evidence
    assert "with Adam, it is 10" in found.evidence


def test_sgd_that_ran_away_does_not_creep() -> None:
    run = trained(tried(Change.OPTIMIZER, loss=10.0), loss=math.nan, rate=0.01)

    assert learning_rate_too_low.match(evidence(fits=[run])) is None
