"""A checkpoint that is restored is seen with the names that its file lacks."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

PROGRAM = """
import keras, tensorflow as tf
make = lambda: keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
path = tf.train.Checkpoint(net=make()).save("saved")
tf.train.Checkpoint(net=make()).restore(path).expect_partial()
tf.train.Checkpoint(model=make()).restore(path).expect_partial()
tf.train.Checkpoint(net=make()).restore(None)
"""


def test_models_that_the_file_does_not_know_by_name_are_told(watch: Watch) -> None:
    seen = watch(PROGRAM)

    told = {call.line: call.arguments for call in seen.evidence.calls_of("Checkpoint.restore")}
    assert told[5]["missing"] == []
    assert (told[6]["held"], told[6]["missing"]) == (["net"], ["model"])
    assert told[7]["path"] == ""
