"""Gradients that do not reach the first layers."""

from dataclasses import replace
from typing import Any

from described import dense, evidence, layer, model
from looped import fitted, state

from etude.diagnoses.catalogue import vanishing_gradients as diagnosis

FLAT = [0.8, 0.7, 0.69, 0.69]


def layers(first: float, last: float) -> list:
    return [state("first", gradient=first), state("last", gradient=last)]


def test_fires_at_the_first_layer() -> None:
    finding = diagnosis.match(evidence(fits=[fitted(*layers(1e-6, 0.5), loss=FLAT)]))

    assert finding is not None
    assert finding.line == 4
    assert "0.5 at last and of 1e-06 at first" in finding.evidence


def test_is_silent_when_the_gradient_arrives() -> None:
    assert diagnosis.match(evidence(fits=[fitted(*layers(1e-3, 0.5), loss=FLAT)])) is None


def test_is_silent_on_a_training_that_learns_and_on_a_dead_one() -> None:
    learned = fitted(*layers(1e-6, 0.5), loss=[0.7, 0.3, 0.1])
    dead = fitted(*layers(0.0, 0.5), loss=FLAT)

    assert diagnosis.match(evidence(fits=[learned, dead])) is None


def stacked(activation: str, *gradients: float, apart: bool = False) -> Any:
    """A training that stays at guessing; all layers but the last have this activation.

    Args:
      apart: it is a layer of its own.
    """
    one = [dense(8), layer("Activation", activation=activation)]
    hidden = one * len(gradients[1:]) if apart else [dense(8, activation) for _ in gradients[1:]]
    of = model(*hidden, dense(2), loss="sparse_categorical_crossentropy")
    measured = [
        state(layer.name, gradient=gradient)
        for layer, gradient in zip(of.layers_of("Dense"), gradients, strict=True)
    ]
    run = fitted(*measured, loss=FLAT)
    return replace(run, model=replace(run.model, layers=of.layers))


def test_a_stack_of_sigmoids_needs_less_of_a_fall_to_be_the_reason() -> None:
    fading = (1e-3, 2e-2, 0.2, 0.6)

    finding = diagnosis.match(evidence(fits=[stacked("sigmoid", *fading)]))

    assert finding is not None
    assert "of 0.001 at dense, 3 layers before it" in finding.evidence
    assert diagnosis.match(evidence(fits=[stacked("sigmoid", *fading, apart=True)])) is not None
    for other in (
        stacked("relu", *fading),
        stacked("relu", *fading, apart=True),
        stacked("sigmoid", 0.1, 0.2, 0.3, 0.6),
        stacked("sigmoid", *fading[::3]),
    ):
        assert diagnosis.match(evidence(fits=[other])) is None


def test_of_two_sigmoids_next_to_nothing_has_to_arrive() -> None:
    faint, fainter = stacked("sigmoid", 1e-3, 2e-2, 0.2), stacked("sigmoid", 4e-5, 9e-4, 2e-2)

    assert diagnosis.match(evidence(fits=[faint])) is None
    assert diagnosis.match(evidence(fits=[fainter])) is not None
