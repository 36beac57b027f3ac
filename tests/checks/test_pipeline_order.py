"""Stages in order, equivalent ones included, and a missing one named."""

import pytest

from etude.checks.pipeline_order import PipelineOrder
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

DATA = Call(function="load", label="training data")
CHECK = PipelineOrder(of=DATA, first="shuffle", then="batch")


def facts(*ops, **parameters):
    stages = [
        {"op": op, "line": line, "parameters": parameters.get(op, {})}
        for line, op in enumerate(ops, start=1)
    ]
    return {"data": {"stages": stages, "line": 9}}


@pytest.mark.parametrize(
    "right",
    [
        facts("from_tensor_slices", "shuffle", "batch"),
        facts("from_tensor_slices", "shuffle", "map", "padded_batch", "prefetch"),
        facts("range", "batch", "map", "shuffle", "batch"),
        facts("from_tensor_slices", "shuffle", "batch", "cache", "shuffle"),
        facts("list_files", "map", "batch"),
    ],
)
def test_equivalent_orders_pass(right):
    assert CHECK.judge(right).status is Status.PASSED


def test_the_wrong_order_is_written_out():
    verdict = CHECK.judge(facts("from_tensor_slices", "batch", "shuffle"))

    assert verdict.received == "from_tensor_slices -> batch -> shuffle"
    assert verdict.attempt == "move .shuffle(...) above .batch(...)"
    assert verdict.line == 3


def test_a_missing_stage_is_named():
    verdict = CHECK.judge(facts("from_tensor_slices", "batch"))

    assert verdict.received == "no shuffle: from_tensor_slices -> batch"
    assert verdict.attempt == "add .shuffle(...) before .batch(...)"


def test_two_missing_stages_are_named():
    verdict = CHECK.judge(facts("range"))

    assert verdict.received == "no shuffle and no batch: range"


def test_files_listed_in_order_are_not_shuffled():
    verdict = CHECK.judge(facts("list_files", "batch", list_files={"shuffle": False}))

    assert verdict.status is Status.FAILED


@pytest.mark.tensorflow
def test_the_recorded_order_is_judged(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    return tf.data.Dataset.range(9).batch(3).shuffle(9)\n"
    )

    verdict = CHECK.judge(probe(CHECK, program))

    assert (verdict.received, verdict.line) == ("range -> batch -> shuffle", 3)
