"""Functions that are called again and again: their results, their traces, what they draw."""

import pytest

from etude.checks.calls_as_stated import CallsAsStated
from etude.checks.draws_anew import DrawsAnew
from etude.checks.on_devices import OnDevices
from etude.checks.own_train_step import OwnTrainStep
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Status

CALLS = CallsAsStated(
    of=Name(name="total"),
    inputs=(Arrays(shape=(2,), fill="ramp"), Arrays(shape=(3,), fill="ramp")),
    outputs=(1.0, 4.0),
)
DRAWS = DrawsAnew(
    of=Name(name="shifted"), input=Arrays(shape=(3,)), low=-1, high=1, least_spread=0.1
)
TOTAL = """\
import tensorflow as tf
seen = tf.Variable(0.0)
@tf.function{how}
def total(values):
    return seen.assign_add(tf.reduce_sum(values))
"""
SIGNATURE = "(input_signature=[tf.TensorSpec([None])])"
SHIFTED = """\
import random
import tensorflow as tf
@tf.function
def shifted(values):
    return values + {drawn}
"""


def test_tells_the_first_call_that_is_wrong() -> None:
    verdict = CALLS.judge({"outputs": [1.0, 3.0], "traces": 1})

    assert (verdict.expected, verdict.received) == ("4 from call 2", "3")


def test_tells_too_many_traces_and_a_function_that_is_not_traced() -> None:
    assert CALLS.judge({"outputs": [1.0, 4.0], "traces": 2}).received == "2 times"
    assert "plain Python" in CALLS.judge({"outputs": [1.0, 4.0], "traces": None}).received


def test_tells_changes_that_repeat_or_are_too_large_or_too_alike() -> None:
    drawn = {"distinct": 12, "lowest": -0.9, "highest": 0.9, "means": [-0.9, 0.9], "within": 0.0}

    assert DRAWS.judge(drawn).status is Status.PASSED
    assert DRAWS.judge({**drawn, "distinct": 1}).received == "1 different ones"
    assert DRAWS.judge({**drawn, "highest": 3.0}).received == "changes between -0.9 and 3"
    assert DRAWS.judge({**drawn, "means": [0.0, 0.01]}).received == "0.01 apart"
    assert "up to 0.5 apart in one call" in DRAWS.judge({**drawn, "within": 0.5}).received
    assert DRAWS.judge({**drawn, "means": [0.1, 0.9]}).received == "from 0.1 to 0.9 in 12 calls"


def test_tells_what_is_missing_on_devices() -> None:
    check = OnDevices(of=Name(name="model"))

    assert check.judge({"copies": 2, "spread": 2}).status is Status.PASSED
    assert check.judge({"copies": 1, "spread": 2}).received == "weights that are there once"
    assert check.judge({"copies": 2, "spread": 0}).received == "no step that a strategy runs"


def test_tells_whose_train_step_it_is() -> None:
    check = OwnTrainStep(of=Name(name="model"))

    assert check.judge({"own": True, "is_model": True}).status is Status.PASSED
    plain = check.judge({"own": False, "is_model": True, "model_class": "Functional"})
    assert plain.received == "Functional, which has Keras's own"


@pytest.mark.tensorflow
def test_a_signature_makes_one_trace(probe) -> None:  # type: ignore[no-untyped-def]
    once, twice = (probe(CALLS, TOTAL.format(how=how)) for how in (SIGNATURE, ""))

    assert CALLS.judge(once).status is Status.PASSED
    assert CALLS.judge(twice).received == "2 times"


@pytest.mark.tensorflow
def test_numbers_of_tensorflow_are_drawn_anew(probe) -> None:  # type: ignore[no-untyped-def]
    anew = probe(DRAWS, SHIFTED.format(drawn="tf.random.uniform((), -1, 1)"))
    frozen = probe(DRAWS, SHIFTED.format(drawn="random.uniform(-1, 1)"))

    assert DRAWS.judge(anew).status is Status.PASSED
    assert DRAWS.judge(frozen).received == "1 different ones"
