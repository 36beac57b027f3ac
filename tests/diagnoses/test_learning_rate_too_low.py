"""Weights that hardly move."""

from dataclasses import replace

from described import dense, evidence, model
from looped import fitted, state

from etude.diagnoses.catalogue import learning_rate_too_low as diagnosis
from etude.domain.observations import Compiled, Fit

STILL, FELL = [0.800, 0.799, 0.798], [0.8, 0.5, 0.3]


def test_fires_at_compile() -> None:
    fit = fitted(state("dense", change=2e-4), loss=STILL, rate=1e-6)

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 2
    assert "learning rate of 1e-06" in finding.evidence
    assert "by more than 0.02%" in finding.evidence


def test_is_silent_where_weights_or_loss_move_or_the_rate_is_usual() -> None:
    for change, loss, rate in ((0.2, STILL, 1e-6), (2e-4, FELL, 1e-6), (2e-4, STILL, 1e-3)):
        fit = fitted(state("dense", change=change), loss=loss, rate=rate)

        assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_on_fine_tuning_after_another_fit() -> None:
    first = fitted(state("dense", change=0.3), loss=FELL)
    second = fitted(state("dense", change=2e-4), loss=STILL, rate=1e-6)

    assert diagnosis.match(evidence(fits=[first, replace(second, index=1)])) is None


def test_knows_which_optimizers_have_a_default_that_is_too_low() -> None:
    fit = fitted(state("dense", change=0.03), loss=STILL, rate=1e-3)
    compiled = fit.model.compiled
    assert compiled is not None
    named = replace(fit, model=replace(fit.model, compiled=replace(compiled, optimizer="Adagrad")))

    finding = diagnosis.match(evidence(fits=[named]))

    assert finding is not None
    assert "learning_rate=0.01" in finding.change


def test_a_loss_that_creeps_tells_where_weights_were_not_measured() -> None:
    creeps, swings = [0.800, 0.799, 0.7995, 0.798, 0.797], [0.800, 0.770, 0.79, 0.77, 0.78]

    found = diagnosis.match(evidence(fits=[fitted(state("dense"), loss=creeps, rate=1e-6)]))

    assert found is not None
    assert "brought the loss from 0.8 to 0.797" in found.evidence
    for loss in (swings, creeps[:3]):
        fit = fitted(state("dense"), loss=loss, rate=1e-6)
        assert diagnosis.match(evidence(fits=[fit])) is None


def creeping(epochs: int, *, change: float, optimizer: str = "SGD") -> Fit:
    """From just above what guessing costs to just below, at a rate that is usual for SGD."""
    loss = [0.6940 - 1e-6 * epoch for epoch in range(epochs)]
    run = fitted(state("dense", change=change), loss=loss, rate=0.05)
    of = model(dense(1, "sigmoid"), loss="binary_crossentropy")
    compiled = replace(of.compiled or Compiled(), optimizer=optimizer, learning_rate=0.05)
    return replace(run, model=replace(of, compiled=compiled))


def test_plain_sgd_that_creeps_for_hundreds_of_epochs_is_told_at_a_usual_rate_too() -> None:
    finding = diagnosis.match(evidence(fits=[creeping(300, change=0.03)]))

    assert finding is not None
    assert "optimizer='adam'" in finding.change
    for other in (
        creeping(30, change=0.03),
        creeping(300, change=0.3),
        creeping(300, change=0.03, optimizer="RMSprop"),
    ):
        assert diagnosis.match(evidence(fits=[other])) is None
