"""Loops of one's own are seen: model calls, losses, gradients, steps and traces."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

HEAD = """
import keras, numpy as np, tensorflow as tf
x = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
y = 2 * x[:, 0]
model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.1), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.1)
measure = keras.losses.MeanSquaredError()
"""
LOOP = """
for step in range({steps}):
    with tf.GradientTape() as tape:
        outputs = model(x{training})
        loss = measure(y, outputs) + tf.reduce_mean((y - outputs) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""
FIRST = HEAD.count("\n") + 2


def test_a_step_is_told_call_by_call(watch: Watch) -> None:
    seen = watch(HEAD + LOOP.format(steps=1, training=""))

    called, loss, spread, gradient, step = seen.evidence.calls[-5:]
    assert (called.name, called.line) == ("Model.call", FIRST + 2)
    assert called.arguments["training"] is None
    assert called.arguments["taped"]
    assert loss.arguments["loss"] == "mean_squared_error"
    assert loss.arguments["model"] == called.arguments["model"]
    assert (spread.name, spread.arguments["of_output"]) == ("broadcast", True)
    assert gradient.arguments["none"] == 0
    assert gradient.arguments["of"] == [called.arguments["model"]]
    assert (step.name, step.line) == ("Optimizer.apply", FIRST + 5)


def test_training_is_told_as_it_was_given(watch: Watch) -> None:
    seen = watch(
        HEAD + LOOP.format(steps=1, training=", training=True") + "model(x, training=False)\n"
    )

    told = [call.arguments["training"] for call in seen.evidence.calls_of("Model.call")]
    assert told == [True, False]


@pytest.mark.parametrize(
    ("handed", "told"), [("training=learning", [True, False]), ("", [None, None])]
)
def test_training_is_told_under_the_name_that_a_call_of_ones_own_has_for_it(
    watch: Watch, handed: str, told: list[bool | None]
) -> None:
    net = f"""
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.drop, self.last = keras.layers.Dropout(0.1), keras.layers.Dense(1)

    def call(self, x, learning=False):
        return self.last(self.drop(x, {handed}))

model = Net()
"""
    loop = LOOP.format(steps=1, training=", learning=True")
    seen = watch(HEAD + net + loop + "model(x, learning=False)\n")

    assert [c.arguments["training"] for c in seen.evidence.calls_of("Model.call")] == told


def test_a_long_loop_is_looked_at_a_few_times_only(watch: Watch) -> None:
    seen = watch(HEAD + LOOP.format(steps=200, training=", training=True"))

    assert 3 <= len(seen.evidence.calls_of("GradientTape.gradient")) < 50


@pytest.mark.parametrize(
    ("begins", "stuck"), [("tf.zeros", [[0], [0]]), ("tf.random.normal", [[], []])]
)
def test_matrices_of_one_number_that_get_no_slope_are_told(
    begins: str, stuck: list[list[int]], watch: Watch
) -> None:
    seen = watch(f"""import tensorflow as tf
x = tf.random.normal([8, 3])
first, last = tf.Variable({begins}([3, 4])), tf.Variable({begins}([4, 1]))
for step in range(2):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((tf.sigmoid(x @ first) @ last - 1.0) ** 2)
    slopes = tape.gradient(loss, [first, last])
    last.assign_sub(slopes[1] * 0.0)
""")  # fmt: skip

    asked = seen.evidence.calls_of("GradientTape.gradient")
    assert [call.arguments["stuck"] for call in asked] == stuck


def test_the_loop_inside_fit_is_no_loop_of_the_learner(watch: Watch) -> None:
    seen = watch(HEAD + "model.compile(optimizer, measure)\nmodel.fit(x, y, verbose=0)\n")

    names = {call.name for call in seen.evidence.calls}
    assert names.isdisjoint({"GradientTape.gradient", "Optimizer.apply", "Loss.call", "broadcast"})


def test_a_model_of_a_loop_gets_the_loss_that_it_is_trained_with(watch: Watch) -> None:
    seen = watch(HEAD + LOOP.format(steps=1, training=""))

    (model,) = seen.evidence.models
    assert model.compiled is not None
    assert [loss.name for loss in model.compiled.losses] == ["mean_squared_error"]
    assert model.compiled.line == FIRST + 3


@pytest.mark.parametrize("swapped", [True, False])
def test_outputs_in_the_place_of_labels_are_noticed(watch: Watch, swapped: bool) -> None:
    given = "outputs[:, 0], y" if not swapped else "outputs, y[:, None]"
    loop = LOOP.format(steps=1, training="").replace("measure(y, outputs)", f"measure({given})")

    (loss,) = watch(HEAD + loop).evidence.calls_of("Loss.call")

    assert loss.arguments["labels_are_output"] is swapped


def test_traces_of_a_function_are_counted(watch: Watch) -> None:
    program = """
import tensorflow as tf

@tf.function
def scaled(values, factor):
    return values * factor

for step in range(6):
    scaled(tf.ones(3), float(step))
"""

    last = watch(program).evidence.calls_of("tf.function")[-1]

    assert last.line == 9
    assert last.arguments["function"] == "scaled"
    assert (last.arguments["calls"], last.arguments["traces"]) == (5, 5)
    assert len(last.arguments["python"]) == 5
