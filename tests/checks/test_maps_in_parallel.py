"""Which maps run on several elements at a time."""

import pytest

from etude.checks.maps_in_parallel import MapsInParallel
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = MapsInParallel(of=Call(function="load", label="training data"))


def judged(*stages):
    described = [
        {"op": op, "line": line, "parameters": parameters}
        for line, (op, parameters) in enumerate(stages, start=1)
    ]
    return CHECK.judge({"data": {"role": "training data", "stages": described, "line": 1}})


SLICES, BATCH = ("from_tensor_slices", {}), ("batch", {"batch_size": 8})
ALONE, PARALLEL = ("map", {}), ("map", {"num_parallel_calls": -1})


@pytest.mark.parametrize(
    "stages",
    [
        (SLICES, PARALLEL, BATCH),
        (SLICES, BATCH, ALONE),
        (SLICES, BATCH, ALONE, ("unbatch", {}), PARALLEL),
        (SLICES, BATCH),
    ],
    ids=["in parallel", "over batches", "both", "no map"],
)
def test_maps_that_are_fast_pass(stages):
    assert judged(*stages).status is Status.PASSED


@pytest.mark.parametrize(
    ("stages", "line"),
    [
        ((SLICES, ALONE, BATCH), 2),
        ((SLICES, ("map", {"num_parallel_calls": 1}), BATCH), 2),
        ((SLICES, BATCH, PARALLEL, ("unbatch", {}), ALONE), 5),
    ],
    ids=["alone", "one call", "after unbatching"],
)
def test_a_map_of_one_element_at_a_time_is_pointed_at(stages, line):
    verdict = judged(*stages)

    assert verdict.status is Status.FAILED
    assert verdict.line == line


@pytest.mark.tensorflow
def test_a_pipeline_is_looked_at(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    data = tf.data.Dataset.range(9)\n"
        "    return data.map(lambda x: x + 1, num_parallel_calls=tf.data.AUTOTUNE).batch(3)\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED
