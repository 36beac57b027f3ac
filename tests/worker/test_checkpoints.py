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
WITH_OPTIMIZER = """
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.ones((4, 2)), np.ones(4), verbose=0)
checkpoint = tf.train.Checkpoint(model=model, optimizer=model.optimizer)
checkpoint.restore(checkpoint.save("saved"))
"""


def test_models_that_the_file_does_not_know_by_name_are_told(watch: Watch) -> None:
    seen = watch(PROGRAM)

    told = {call.line: call.arguments for call in seen.evidence.calls_of("Checkpoint.restore")}
    assert told[5]["missing"] == []
    assert (told[6]["held"], told[6]["missing"]) == (["net"], ["model"])
    assert told[7]["path"] == ""


def test_weights_that_the_file_holds_by_way_of_the_optimizer_are_not_missing(watch: Watch) -> None:
    (call,) = watch(WITH_OPTIMIZER).evidence.calls_of("Checkpoint.restore")

    assert call.arguments["held"] == ["model", "optimizer"]
    assert call.arguments["missing"] == []


OWN_MODEL = """
import keras, tensorflow as tf
class Line(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)
    def call(self, inputs):
        return self.out(inputs)
rows = tf.ones((2, 3))
trained, late, early = Line(), Line(), Line()
trained(rows), early(rows)
path = tf.train.Checkpoint(net=trained).save("saved")
tf.train.Checkpoint(net=late).restore(path)
tf.train.Checkpoint(net=early).restore(path)
late(rows), early(rows)
"""
SEQUENTIAL = """
import keras, tensorflow as tf
rows = tf.ones((2, 3))
make = lambda: keras.Sequential([keras.layers.Dense(4), keras.layers.Dense(1)])
trained, late = make(), make()
expected = trained(rows)
tf.train.Checkpoint(net=late).restore(tf.train.Checkpoint(net=trained).save("saved"))
assert float(tf.reduce_max(abs(late(rows) - expected))) == 0
"""


def test_weights_made_after_the_restore_that_got_nothing_are_told(watch: Watch) -> None:
    (call,) = watch(OWN_MODEL).evidence.calls_of("Checkpoint.lost")

    assert call.line == 13
    assert call.arguments["name"] == "net"
    assert any("kernel" in name for name in call.arguments["weights"])


def test_weights_made_after_the_restore_that_got_their_values_are_not(watch: Watch) -> None:
    assert watch(SEQUENTIAL).evidence.calls_of("Checkpoint.lost") == []
