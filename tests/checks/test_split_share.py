"""The validation part has the stated size, give or take rounding."""

import pytest

from etude.checks.split_share import SplitShare
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

LOAD = Call(function="load")
CHECK = SplitShare(
    training=LOAD.pick(0, "training data"), validation=LOAD.pick(1, "validation data")
)


@pytest.mark.parametrize(("training", "validation"), [(102, 25), (101, 26), (100, 27), (8, 2)])
def test_a_fifth_passes_however_it_is_rounded(training, validation):
    facts = {"training": training, "validation": validation}

    assert CHECK.judge(facts).status is Status.PASSED


@pytest.mark.parametrize(("training", "validation"), [(64, 63), (127, 0), (25, 102)])
def test_another_share_is_quoted(training, validation):
    verdict = CHECK.judge({"training": training, "validation": validation})

    assert verdict.expected == "about 20% of 127: 25"
    assert verdict.received.startswith(f"{validation} of 127")


@pytest.mark.tensorflow
def test_examples_are_counted(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    data = tf.data.Dataset.range(10)\n"
        "    return data.skip(3).batch(4), data.take(3).batch(4)\n"
    )

    assert probe(CHECK, program) == {"training": 7, "validation": 3}
