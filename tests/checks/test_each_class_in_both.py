"""Classes on both sides of a split."""

from typing import Any

import pytest

from etude.checks.each_class_in_both import EachClassInBoth
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = EachClassInBoth(training=Name(name="learnt"), validation=Name(name="kept"), name="both")
PROGRAM = """\
import numpy as np
import tensorflow as tf
order = {}
rows, labels = np.arange(30.0)[order], np.repeat([0, 1, 2], 10)[order]
data = tf.data.Dataset.from_tensor_slices((rows[:, None], labels))
learnt, kept = data.skip(6).batch(4), data.take(6).batch(4)
"""


def test_passes_when_both_have_the_same_classes() -> None:
    assert CHECK.judge({"classes": [[0, 1], [0, 1]]}).status is Status.PASSED


def test_names_the_labels_and_the_side_that_lacks_them() -> None:
    verdict = CHECK.judge({"classes": [[1, 2], [0, 1, 2]]})

    assert verdict.received == "none of label 0 in learnt"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("order", "status"),
    [
        ("np.arange(30)", Status.FAILED),
        ("np.random.default_rng(1).permutation(30)", Status.PASSED),
    ],
)
def test_reads_the_labels_of_both(probe: Any, order: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(order))).status is status
