"""Another order on the second pass: of examples, not of batches, and over the whole data."""

import random

import pytest

from etude.checks.passes import Pass
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch, order_facts
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = ShufflesEachEpoch(of=Call(function="load", label="training data"))
IN_ORDER = list(range(100))


def passed_over(prints, size=10):
    sizes = [len(prints[i : i + size]) for i in range(0, len(prints), size)]
    return Pass(prints=list(prints), sizes=sizes)


def judged(first, second):
    return CHECK.judge({"order": order_facts(passed_over(first), passed_over(second))})


def mixed(seed):
    return random.Random(seed).sample(IN_ORDER, 100)


def test_two_random_orders_pass():
    assert all(judged(mixed(seed), mixed(seed + 50)).status is Status.PASSED for seed in range(50))


def test_the_same_order_fails():
    verdict = judged(mixed(1), mixed(1))

    assert verdict.received == "the same order on both passes"
    assert "before batch" in verdict.attempt


def test_whole_batches_in_another_order_fail():
    batches = [IN_ORDER[i : i + 10] for i in range(0, 100, 10)]
    random.Random(0).shuffle(batches)

    verdict = judged(IN_ORDER, [example for batch in batches for example in batch])

    assert verdict.received == "the same batches on both passes, only in another order"
    assert "shuffle before batch" in verdict.attempt


def test_a_buffer_that_hardly_reaches_fails_with_numbers():
    shifted = [*IN_ORDER[2:], *IN_ORDER[:2]]

    verdict = judged(IN_ORDER, shifted)

    assert verdict.received.startswith("examples that hardly move: by 3.9 of 100 places")
    assert "buffer" in verdict.attempt


def test_an_exhausted_second_pass_is_named():
    assert "read only once" in judged(IN_ORDER, []).received


def test_nothing_at_all_is_named():
    assert judged([], []).received == "no examples at all"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("stages", "status"),
    [
        ("shuffle(100).batch(8)", Status.PASSED),
        ("batch(8)", Status.FAILED),
        ("batch(8).shuffle(100)", Status.FAILED),
        ("shuffle(100).cache().batch(8)", Status.FAILED),
        ("shuffle(100, reshuffle_each_iteration=False).batch(8)", Status.FAILED),
        ("shuffle(3).batch(8)", Status.FAILED),
    ],
)
def test_live_pipelines_are_told_apart(probe: Probe, stages, status):
    program = (
        f"import tensorflow as tf\ndef load():\n    return tf.data.Dataset.range(100).{stages}\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is status
