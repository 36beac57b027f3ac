"""A model has no more, or no fewer, parameters than allowed."""

import pytest
from described_models import layer, model

from etude.checks.parameter_budget import ParameterBudget
from etude.checks.values import Name
from etude.domain.verdict import Status

MODEL = Name(name="model")
LARGE = model(layer("Conv2D", parameters=320), layer("Dense", parameters=204_928))


def test_passes_within_the_bounds() -> None:
    check = ParameterBudget(of=MODEL, at_least=1000, at_most=205_248)

    assert check.judge(LARGE).status is Status.PASSED


def test_fails_above_and_names_the_largest_layer() -> None:
    verdict = ParameterBudget(of=MODEL, at_most=100_000).judge(LARGE)

    assert verdict.status is Status.FAILED
    assert verdict.expected == "at most 100,000 parameters"
    assert "205,248 parameters, 204,928 of them in dense (Dense)" in verdict.received
    assert verdict.line == 3


def test_fails_below() -> None:
    verdict = ParameterBudget(of=MODEL, at_least=1_000_000).judge(LARGE)

    assert verdict.status is Status.FAILED
    assert verdict.expected == "at least 1,000,000 parameters"


def test_fails_on_a_model_that_has_no_weights_yet() -> None:
    verdict = ParameterBudget(of=MODEL, at_most=10).judge(model(layer("Dense")))

    assert verdict.status is Status.FAILED
    assert "keras.Input" in verdict.attempt


@pytest.mark.tensorflow
def test_counts_the_learners_model(probe) -> None:  # type: ignore[no-untyped-def]
    program = "import keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\n"
    check = ParameterBudget(of=MODEL, at_most=9, name="budget")

    verdict = check.judge(probe(check, program))

    assert "10 parameters" in verdict.received
    assert verdict.line == 2


def test_trainable_parameters_are_counted_apart() -> None:
    check = ParameterBudget(of=Name(name="model"), at_most=100, trainable=True, name="budget")

    of = LARGE["model"]
    frozen = {"model": {**of, "trainable_parameters": 50}}
    thawed = {"model": {**of, "trainable_parameters": 4_000}}

    assert check.judge(frozen).status is Status.PASSED
    verdict = check.judge(thawed)
    assert verdict.expected == "at most 100 trainable parameters"
    assert verdict.received == "4,000 of its 205,248"
