"""The last stage is prefetch, with whatever size."""

import pytest

from etude.checks.prefetches import Prefetches
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = Prefetches(of=[Call(function="load", label="training data")])


def facts(*ops, size=-1):
    stages = [
        {"op": op, "line": 1, "parameters": {"buffer_size": size} if op == "prefetch" else {}}
        for op in ops
    ]
    return {"data": [{"role": "training data", "stages": stages, "line": 7}]}


@pytest.mark.parametrize(
    "right",
    [
        facts("range", "batch", "prefetch"),
        facts("range", "batch", "prefetch", size=2),
        facts("range", "prefetch", "batch", "prefetch", "with_options"),
    ],
)
def test_prefetch_as_the_last_stage_passes(right):
    assert CHECK.judge(right).status is Status.PASSED


def test_a_missing_prefetch_is_told_with_the_stages():
    verdict = CHECK.judge(facts("range", "batch"))

    assert verdict.received == "training data: range -> batch"
    assert ".prefetch(tf.data.AUTOTUNE)" in verdict.attempt
    assert verdict.line == 7


def test_what_follows_prefetch_is_pointed_at():
    verdict = CHECK.judge(facts("range", "prefetch", "map", "batch"))

    assert "behind .batch(...)" in verdict.attempt


def test_a_buffer_of_nothing_is_no_prefetch():
    verdict = CHECK.judge(facts("range", "prefetch", size=0))

    assert verdict.status is Status.FAILED
    assert "AUTOTUNE" in verdict.attempt


@pytest.mark.tensorflow
def test_every_dataset_is_looked_at(probe: Probe):
    call = Call(function="load")
    check = Prefetches(of=[call.pick(0, "training data"), call.pick(1, "validation data")])
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    data = tf.data.Dataset.range(9).batch(3)\n"
        "    return data.prefetch(tf.data.AUTOTUNE), data\n"
    )

    verdict = check.judge(probe(check, program))

    assert verdict.received == "validation data: range -> batch"
