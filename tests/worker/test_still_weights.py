"""Weights of a step that runs as a graph, and that never move."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

STEP = """import tensorflow as tf
x = tf.random.stateless_normal([16, 3], [1, 2])
first, last = tf.Variable({begins}), tf.Variable(tf.zeros([4, 1]))

@tf.function
def step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((tf.nn.softmax(x @ first) @ last - 1.0) ** 2)
    slopes = tape.gradient(loss, [first, last])
    first.assign_sub(0.1 * slopes[0])
    last.assign_sub(0.1 * slopes[1])

for _ in range({steps}):
    step(x)
"""
EVEN, DRAWN = "tf.zeros([3, 4])", "tf.random.stateless_normal([3, 4], [3, 4])"
LINE = 9


def test_a_matrix_that_stays_one_number_is_told_once(watch: Watch) -> None:
    seen = watch(STEP.format(begins=EVEN, steps=40))

    (told,) = seen.evidence.calls_of("weights.still")
    assert told.line == LINE
    assert told.arguments == {"steps": 30, "stuck": [0]}
    assert not seen.frames("recorder_failed")


@pytest.mark.parametrize(
    ("begins", "steps"), [(DRAWN, 40), (EVEN, 20)], ids=["random", "few steps"]
)
def test_nothing_is_told_of(begins: str, steps: int, watch: Watch) -> None:
    seen = watch(STEP.format(begins=begins, steps=steps))

    assert not seen.evidence.calls_of("weights.still")


def test_nothing_is_told_where_no_step_is_taken_at_all(watch: Watch) -> None:
    program = STEP.format(begins=EVEN, steps=40).replace("0.1 *", "0.0 *")

    assert not watch(program).evidence.calls_of("weights.still")
