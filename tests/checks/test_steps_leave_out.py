"""Examples that a loop of one's own may not learn from."""

from typing import Any

import pytest

from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = StepsLeaveOut(kept=Name(name="kept"), things="rows", name="left_out")
PROGRAM = """\
import keras, numpy as np, tensorflow as tf
rows = np.random.default_rng(0).integers(0, 255, (60, 4)).astype("uint8")
kept = rows[:20]
data = tf.data.Dataset.from_tensor_slices(({}, np.ones(len({}), "float32"))).batch(8)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(1e-6)
measure = keras.losses.MeanSquaredError()
{}
def step(x, y):
    with tf.GradientTape() as tape:
        loss = measure(y, model(x, training=True))
    optimizer.apply(tape.gradient(loss, model.trainable_weights), model.trainable_weights)
for x, y in data:
    step(x, y)
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize("decorator", ["", "@tf.function"])
@pytest.mark.parametrize(
    ("given", "status"),
    [
        ("rows[20:]", Status.PASSED),
        ("rows[20:].astype('float32')", Status.PASSED),
        ("rows", Status.FAILED),
        ("rows.astype('float32')", Status.FAILED),
        ("np.concatenate([rows[20:], rows[:1]])", Status.PASSED),
    ],
)
def test_compares_the_examples_of_the_steps(
    probe: Any, decorator: str, given: str, status: Status
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(given, given, decorator)))

    assert verdict.status is status


def test_tells_how_many_and_where() -> None:
    verdict = CHECK.judge({"met": [{"line": 9, "learned": 640, "kept": 90}]})

    assert verdict.received == "90 of kept among the first 640 rows that were learned"
    assert verdict.line == 9
