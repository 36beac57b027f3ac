"""The same order on every pass."""

import pytest

from etude.checks.keeps_order import KeepsOrder
from etude.checks.passes import Pass
from etude.checks.shuffles_each_epoch import order_facts
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = KeepsOrder(of=Call(function="load", label="validation data"))


def judged(first, second):
    passes = [Pass(prints=prints, sizes=[len(prints)]) for prints in (first, second)]
    return CHECK.judge({"order": order_facts(*passes)})


def test_the_same_order_passes():
    assert judged([1, 2, 3], [1, 2, 3]).status is Status.PASSED


@pytest.mark.parametrize(
    ("second", "received"),
    [
        ([3, 1, 2], "the same examples in another order"),
        ([1, 2, 4], "other examples on the second pass"),
        ([], "nothing on the second pass: the dataset can be read only once"),
    ],
)
def test_another_second_pass_is_named(second, received):
    assert judged([1, 2, 3], second).received == received


def test_no_examples_do_not_pass():
    assert judged([], []).received == "no examples at all"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("stages", "status"),
    [
        ("batch(4)", Status.PASSED),
        ("shuffle(20).cache().batch(4)", Status.PASSED),
        ("shuffle(20).batch(4)", Status.FAILED),
        ("shuffle(20).take(5).batch(4)", Status.FAILED),
    ],
)
def test_live_pipelines_are_told_apart(probe: Probe, stages, status):
    program = (
        f"import tensorflow as tf\ndef load():\n    return tf.data.Dataset.range(20).{stages}\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is status
