"""A pass that brings every example."""

from typing import Any

import pytest

from etude.checks.holds_every_example import HoldsEveryExample
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = HoldsEveryExample(of=Name(name="data"), source=Name(name="rows"), name="every")
PROGRAM = """\
import numpy as np
import tensorflow as tf
rows = np.arange(10.0)[:, None]
data = tf.data.Dataset.from_tensor_slices((rows, rows[:, 0])){}
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("stages", "received"),
    [
        (".shuffle(10).batch(4)", ""),
        (".batch(4, drop_remainder=True)", "8 of them"),
        (".take(5).batch(4)", "5 of them"),
        (".repeat(2).batch(4)", "20 of them"),
    ],
)
def test_counts_the_examples_of_a_pass(probe: Any, stages: str, received: str) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(stages)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert verdict.received == received
