"""A model is built with the functional API."""

import pytest
from described_models import layer, model

from etude.checks.functional_graph import FunctionalGraph
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = FunctionalGraph(of=Name(name="model"), name="functional")


def test_passes_a_functional_model() -> None:
    assert CHECK.judge(model(layer("Dense"))).status is Status.PASSED


@pytest.mark.parametrize(
    ("kind", "told"),
    [("sequential", "keras.Sequential"), ("subclassed", "subclass of keras.Model")],
)
def test_fails_on_other_kinds(kind: str, told: str) -> None:
    verdict = CHECK.judge(model(layer("Dense"), kind=kind))

    assert verdict.status is Status.FAILED
    assert told in verdict.received


def test_says_what_to_do_when_nothing_was_returned() -> None:
    verdict = CHECK.judge({"no_model": "NoneType"})

    assert (verdict.received, verdict.expected) == ("None", "model gives a Keras model")
    assert "return" in verdict.attempt


def test_says_what_came_instead_of_a_model() -> None:
    assert "Dense" in CHECK.judge({"no_model": "Dense"}).received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("made", "status"),
    [
        ("x = keras.Input((4,)); model = keras.Model(x, keras.layers.Dense(2)(x))", Status.PASSED),
        ("model = keras.Sequential([keras.layers.Dense(2)])", Status.FAILED),
        ("model = keras.layers.Dense(2)", Status.FAILED),
    ],
)
def test_looks_at_the_model(probe, made: str, status: Status) -> None:  # type: ignore[no-untyped-def]
    assert CHECK.judge(probe(CHECK, f"import keras\n{made}\n")).status is status
