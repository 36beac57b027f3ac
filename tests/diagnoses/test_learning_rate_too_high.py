"""Steps that are too large to get anywhere."""

import math
from dataclasses import replace

from described import dense, evidence, fit, model, numbers
from looped import fitted, state

from etude.diagnoses.catalogue import learning_rate_too_high as diagnosis
from etude.domain.observations import Compiled

ALWAYS_ABOVE = [2.5, 2.1, 1.8, 1.5, 1.2]
BLOWN_UP, STILL, FALLING = [300.0, 20.0, 1.2], [0.70, 0.71, 0.70], [0.70, 0.66, 0.63]


def test_fires_at_compile() -> None:
    for loss in (BLOWN_UP, STILL):
        fit = fitted(state("dense", change=7.0), loss=loss, rate=1.0)

        finding = diagnosis.match(evidence(fits=[fit]))

        assert finding is not None
        assert finding.line == 2
        assert "at a learning rate of 1; it changed the weights of a layer by 7.0 times" in (
            finding.evidence
        )


def test_fires_on_a_cross_entropy_that_never_comes_down_to_guessing() -> None:
    finding = diagnosis.match(evidence(fits=[fitted(loss=ALWAYS_ABOVE, rate=0.1)]))

    assert finding is not None
    assert finding.stands_alone
    assert diagnosis.match(evidence(fits=[fitted(loss=ALWAYS_ABOVE, rate=0.01)])) is None
    assert diagnosis.match(evidence(fits=[fitted(loss=[*ALWAYS_ABOVE, 0.65], rate=0.1)])) is None


def test_is_silent_on_a_slow_training_and_at_usual_rates() -> None:
    assert diagnosis.match(evidence(fits=[fitted(loss=FALLING, rate=0.02)])) is None
    assert diagnosis.match(evidence(fits=[fitted(loss=STILL, rate=0.01)])) is None


def test_is_silent_on_sgd_whose_weights_stay_in_place() -> None:
    fit = fitted(state("dense", change=0.1), loss=STILL, rate=0.5, optimizer="SGD")

    assert diagnosis.match(evidence(fits=[fit])) is None


def test_a_rate_of_one_and_more_that_leaves_no_number_needs_no_weights() -> None:
    lost = fitted(loss=[math.nan, math.nan], rate=2.0, optimizer="SGD")

    finding = diagnosis.match(evidence(fits=[lost]))

    assert finding is not None
    assert "from nan to nan in 2 epochs at a learning rate of 2" in finding.evidence


def test_a_usual_rate_is_not_blamed_for_numbers_that_are_none() -> None:
    lost = fitted(loss=[math.nan, math.nan], rate=0.05)

    assert diagnosis.match(evidence(fits=[lost])) is None


def test_fires_on_numbers_that_the_first_steps_threw_far_away() -> None:
    targets = replace(numbers(0, 5), mean=2.2, deviation=0.7)
    of = model(dense(16, "relu"), dense(1), loss="mean_squared_error")
    compiled = Compiled(
        line=2,
        losses=of.compiled.losses if of.compiled else (),
        optimizer="Adam",
        learning_rate=10.0,
    )
    run = fit(replace(of, compiled=compiled), labels=targets)
    thrown = replace(run, epochs=[{"loss": one} for one in (9e4, 20.0, 0.5)], finished=True)
    learned = replace(thrown, epochs=[{"loss": one} for one in (9e4, 0.1, 0.02)])

    finding = diagnosis.match(evidence(fits=[thrown]))

    assert finding is not None
    assert finding.line == 2
    assert diagnosis.match(evidence(fits=[learned])) is None


def test_an_adaptive_rate_of_a_tenth_that_leaves_no_number_is_told_beside_other_causes() -> None:
    finding = diagnosis.match(evidence(fits=[fitted(loss=[9.0, math.nan], rate=0.1)]))

    assert finding is not None
    assert finding.stands_alone
    assert "to nan in 2 epochs at a learning rate of 0.1" in finding.evidence
    plain = fitted(loss=[9.0, math.nan], rate=0.1, optimizer="SGD")
    assert diagnosis.match(evidence(fits=[plain])) is None


def test_a_rate_that_large_inputs_alone_may_have_made_too_high_is_told_as_what_follows() -> None:
    still = fitted(state("dense", change=7.0), loss=STILL, rate=0.05)

    finding = diagnosis.match(evidence(fits=[still]))

    assert finding is not None
    assert not finding.stands_alone
