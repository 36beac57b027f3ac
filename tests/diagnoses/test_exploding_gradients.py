"""Gradients and outputs that are far too large."""

from dataclasses import replace

from described import evidence
from looped import fitted, state

from etude.diagnoses.catalogue import exploding_gradients as diagnosis


def layers(gradient: float) -> list:
    return [state("first", gradient=gradient, weight=2.0), state("last", gradient=1.0, weight=1.0)]


def test_fires_at_the_layer_with_the_largest() -> None:
    fit = fitted(*layers(900.0), loss=[9e5, 4e4], spreads=(300.0, 1.0))

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 4
    assert "the gradient at first has a norm of 900" in finding.evidence


def test_is_silent_on_outputs_of_the_size_of_the_targets() -> None:
    fit = fitted(*layers(900.0), loss=[9e5, 4e4], spreads=(300.0, 250.0))

    assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_on_gradients_that_the_weights_can_take() -> None:
    fit = fitted(*layers(20.0), loss=[9e5, 4e4], spreads=(300.0, 1.0))

    assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_where_the_rate_grows_until_everything_breaks() -> None:
    fit = fitted(*layers(900.0), loss=[12.0, 2e4], spreads=(300.0, 1.0))
    rates = [
        dict(logs, learning_rate=rate) for logs, rate in zip(fit.epochs, (0.09, 0.97), strict=True)
    ]

    assert diagnosis.match(evidence(fits=[replace(fit, epochs=rates)])) is None
