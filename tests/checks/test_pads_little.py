"""How much of the batches is padding."""

import pytest

from etude.checks.pads_little import PadsLittle
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = PadsLittle(of=Call(function="load", label="the dataset"), most=0.3, most_batches=3)


def test_little_padding_in_few_batches_passes():
    facts = {"shapes": [[2, 5], [2, 9]], "padded": 4, "numbers": 28}

    assert CHECK.judge(facts).status is Status.PASSED


def test_much_padding_is_told_with_the_shapes():
    verdict = CHECK.judge({"shapes": [[2, 9]], "padded": 9, "numbers": 18})

    assert verdict.received == "50%; the batches have the shapes (2, 9)"


def test_many_small_batches_are_told():
    verdict = CHECK.judge({"shapes": [[1, 5]] * 4, "padded": 0, "numbers": 20})

    assert verdict.received.startswith("4: (1, 5)")


@pytest.mark.tensorflow
def test_zeros_at_the_ends_of_rows_are_counted(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    rows = tf.ragged.constant([[1, 0, 2], [3]])\n"
        "    data = tf.data.Dataset.from_tensor_slices((rows, [0, 1]))\n"
        "    return data.batch(2).map(lambda x, y: (x.to_tensor(), y))\n"
    )

    assert probe(CHECK, program) == {"shapes": [[2, 3]], "padded": 2, "numbers": 6}
