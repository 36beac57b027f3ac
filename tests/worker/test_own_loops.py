"""Training loops of one's own leave the record that ``fit`` leaves."""

import pytest
from watched import Watch

from etude.domain.own_loop import TAPE, TRAIN_ON_BATCH

pytestmark = pytest.mark.tensorflow

HEAD = """
import keras, numpy as np, tensorflow as tf
x = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
y = 2 * x
data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.1)
measure = keras.losses.MeanSquaredError()
"""
STEP = """
{decorator}
def step(inputs, targets):
    with tf.GradientTape() as tape:
        loss = measure(targets, model(inputs, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.{apply}
    return loss
"""
PAIRED = "apply_gradients(zip(gradients, model.trainable_variables))"
LISTED = "apply(gradients, model.trainable_variables)"
GRADIENT = HEAD.count("\n") + 6


@pytest.mark.parametrize("decorator", ["", "@tf.function"])
@pytest.mark.parametrize("apply", [PAIRED, LISTED])
def test_a_loop_with_a_tape_is_a_training(watch: Watch, decorator: str, apply: str) -> None:
    program = HEAD + STEP.format(decorator=decorator, apply=apply)
    seen = watch(program + "for epoch in range(3):\n    for a, b in data:\n        step(a, b)\n")

    (loop,) = seen.evidence.loops
    assert (loop.how, loop.steps, loop.line) == (TAPE, 12, GRADIENT)
    assert (len(loop.losses), loop.every) == (12, 1)
    assert loop.losses[-1] < loop.losses[0]
    assert [stage.op for stage in loop.train.stages] == ["from_tensor_slices", "batch"]
    assert [sample.shape for sample in loop.train.sample] == [[8, 1], [8, 1]]
    assert loop.model.compiled is not None
    assert [one.name for one in loop.model.compiled.losses] == ["mean_squared_error"]
    assert loop.rates == pytest.approx([0.1, 0.1])
    assert len({batch.key for batch in loop.batches}) == 4
    assert len({key for frame in seen.frames("loop_examples") for key in frame["keys"]}) == 32
    assert not seen.frames("recorder_failed")


def test_train_on_batch_in_a_loop_is_a_training(watch: Watch) -> None:
    lines = [
        "model.compile(optimizer, measure)",
        "for _ in range(30):",
        "    model.train_on_batch(x[:4], y[:4])",
    ]
    seen = watch(HEAD + "\n".join(lines))

    (loop,) = seen.evidence.loops
    assert (loop.how, loop.steps) == (TRAIN_ON_BATCH, 30)
    assert len(loop.epochs) == 6
    assert len({batch.key for batch in loop.batches}) == 1


def test_a_long_loop_keeps_a_bounded_number_of_losses(watch: Watch) -> None:
    program = HEAD + STEP.format(decorator="@tf.function", apply=PAIRED)
    seen = watch(program + "for _ in range(1000):\n    step(x, y)\n")

    (loop,) = seen.evidence.loops
    assert loop.steps == 1000
    assert 60 <= len(loop.losses) <= 128
    assert loop.every * (len(loop.losses) - 1) < 1000 <= loop.every * len(loop.losses)


def test_a_result_that_is_not_the_loss_is_not_taken_for_it(watch: Watch) -> None:
    program = HEAD + STEP.format(decorator="@tf.function", apply=PAIRED)
    program = program.replace("return loss", "return {'seen': tf.constant(7.0), 'cost': loss}")
    seen = watch(program + "for _ in range(10):\n    step(x, y)\n")

    (loop,) = seen.evidence.loops
    assert max(loop.losses) < 7.0
    assert len(loop.losses) == 10


def test_inputs_that_are_changed_inside_the_function_are_not_told(watch: Watch) -> None:
    program = HEAD + STEP.format(decorator="@tf.function", apply=PAIRED)
    program = program.replace("model(inputs", "model(inputs / 255.0")
    seen = watch(program + "for _ in range(10):\n    step(x, y)\n")

    (loop,) = seen.evidence.loops
    assert loop.train.part("0") is None


def test_each_model_of_a_step_has_a_loop_of_its_own(watch: Watch) -> None:
    program = """
other = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
slower = keras.optimizers.SGD(0.01)

@tf.function
def step(inputs, targets):
    with tf.GradientTape(persistent=True) as tape:
        first = measure(targets, model(inputs, training=True))
        second = measure(inputs, other(inputs, training=True))
    one = tape.gradient(first, model.trainable_variables)
    two = tape.gradient(second, other.trainable_variables)
    optimizer.apply(one, model.trainable_variables)
    slower.apply(two, other.trainable_variables)

for _ in range(10):
    step(x, y)
"""
    seen = watch(HEAD + program)

    rates = [loop.rates[0] for loop in seen.evidence.loops]
    assert rates == pytest.approx([0.1, 0.01])
    assert [loop.steps for loop in seen.evidence.loops] == [10, 10]


def test_what_fit_does_inside_is_no_loop(watch: Watch) -> None:
    program = """
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1)
    def call(self, inputs):
        return self.dense(inputs)
    def train_step(self, batch):
        with tf.GradientTape() as tape:
            loss = measure(batch[1], self(batch[0], training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}

for eager in (True, False):
    own = Own()
    own.compile(optimizer=keras.optimizers.SGD(0.1), run_eagerly=eager)
    own.fit(x, y, epochs=2, verbose=0)
"""
    seen = watch(HEAD + program)

    assert not seen.evidence.loops
    assert len(seen.evidence.fits) == 2


def test_a_loop_that_ends_in_an_error_is_told_as_far_as_it_came(watch: Watch) -> None:
    program = HEAD + STEP.format(decorator="", apply=PAIRED)
    seen = watch(program + "for _ in range(10):\n    step(x, y)\nraise SystemExit(3)\n")

    (loop,) = seen.evidence.loops
    assert loop.steps == 10
