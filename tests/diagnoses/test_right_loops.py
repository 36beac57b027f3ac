"""Right ways to write loops, fine-tune and look inside: no diagnosis about them may speak."""

from collections.abc import Callable

import pytest

from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import Evidence

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

ABOUT_LOOPS = (
    *("dropout_inactive_in_loop", "dropout_active_in_evaluation", "forward_pass_outside_tape"),
    *("loss_cuts_gradient", "gradients_not_applied", "gradients_not_paired", "input_not_watched"),
    *("labels_broadcast_in_own_loss", "variable_made_in_function", "side_effect_runs_once"),
    *("retraced_for_each_number", "optimizer_of_other_variables", "some_weights_get_no_gradient"),
    *("dead_units", "vanishing_gradients", "exploding_gradients", "predicts_constant"),
    *("loss_oscillates", "learning_rate_too_low", "learning_rate_too_high"),
    *("trainable_changed_after_compile", "batch_statistics_move_in_fine_tuning"),
    *("fine_tuned_too_fast", "range_test_left_in", "monte_carlo_dropout_off"),
    *("dropout_on_output", "dropout_too_high", "softmax_inside_network"),
    *("batch_norm_always_training", "saved_weights_not_loaded", "weights_do_not_fit"),
    *("logits_without_from_logits", "softmax_with_from_logits", "activation_limits_regression"),
)

HEAD = """
import keras
import numpy as np
import tensorflow as tf
from keras import layers
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 4)).astype("float32")
y = (x[:, 0] > 0).astype("int64")
numbers = 3 * x[:, :1]
sparse = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(0.01)

def network(units=2, rate=0.2):
    return keras.Sequential([
        keras.Input((4,)), layers.Dense(8, activation="relu"), layers.BatchNormalization(),
        layers.Dropout(rate), layers.Dense(units)])

model = network()
"""

PROGRAMS = {
    "a loop with training, evaluation and a saliency map": """
accuracy = keras.metrics.SparseCategoricalAccuracy()
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(16)

@tf.function
def train_step(inputs, labels):
    with tf.GradientTape() as tape:
        outputs = model(inputs, training=True)
        loss = sparse(labels, outputs)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss

def test_step(inputs, labels):
    accuracy.update_state(labels, model(inputs, training=False))

losses = []
for epoch in range(3):
    for inputs, labels in data:
        losses.append(float(train_step(inputs, labels)))
    test_step(x, y)
    print(float(accuracy.result()), np.argmax(model(x).numpy(), axis=-1)[:3])
picture = tf.constant(x[:1])
with tf.GradientTape() as tape:
    tape.watch(picture)
    score = model(picture)[:, 0]
print(tape.gradient(score, picture))
""",
    "a teacher that is only asked": """
teacher = network()
for step in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((teacher(x) - model(x, training=True)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
""",
    "two networks against each other": """
maker, judge = network(4), network(1)
other = keras.optimizers.Adam(0.01)
bce = keras.losses.BinaryCrossentropy(from_logits=True)
for step in range(4):
    with tf.GradientTape() as first, tf.GradientTape() as second:
        made = maker(tf.random.normal((64, 4)), training=True)
        real, fake = judge(x, training=True), judge(made, training=True)
        cost = bce(tf.ones_like(real), real) + bce(tf.zeros_like(fake), fake)
        gain = bce(tf.ones_like(fake), fake)
    optimizer.apply_gradients(
        zip(first.gradient(cost, judge.trainable_variables), judge.trainable_variables))
    other.apply_gradients(
        zip(second.gradient(gain, maker.trainable_variables), maker.trainable_variables))
""",
    "a gradient penalty": """
critic = network(1)
for step in range(3):
    with tf.GradientTape() as outer:
        points = tf.constant(x)
        with tf.GradientTape() as inner:
            inner.watch(points)
            scores = critic(points, training=True)
        slopes = inner.gradient(scores, points)
        loss = tf.reduce_mean((tf.norm(slopes, axis=1) - 1.0) ** 2)
    gradients = outer.gradient(loss, critic.trainable_variables)
    optimizer.apply_gradients(
        (g, v) for g, v in zip(gradients, critic.trainable_variables) if g is not None)
""",
    "steps by hand, and gradients that are only looked at": """
weight = tf.Variable(1.0)
for step in range(5):
    with tf.GradientTape() as tape:
        loss = (weight - 3.0) ** 2
    weight.assign_sub(0.1 * tape.gradient(loss, weight))
sgd = keras.optimizers.SGD(0.1)
with tf.GradientTape() as tape:
    loss = sparse(y, model(x, training=True))
print([float(tf.norm(g)) for g in tape.gradient(loss, model.trainable_variables)])
""",
    "a train_step of its own, with a loss class": """
class Squared(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred), axis=-1)

class Own(keras.Model):
    def train_step(self, data):
        inputs, targets = data
        with tf.GradientTape() as tape:
            outputs = self(inputs, training=True)
            loss = self.compute_loss(y=targets, y_pred=outputs)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss}

inputs = keras.Input((4,))
model = Own(inputs, layers.Dense(1)(layers.Dropout(0.2)(inputs)))
model.compile(keras.optimizers.Adam(0.05), loss=Squared())
model.fit(x, numbers, epochs=4, verbose=0)
""",
    "differences between all pairs": """
points = tf.constant(x[:, 0])
spread = tf.Variable(1.0)
with tf.GradientTape() as tape:
    differences = points[:, None] - points
    loss = tf.reduce_mean(tf.exp(-(differences / spread) ** 2))
print(tape.gradient(loss, spread))
""",
    "answers drawn with dropout on purpose": """
def mc_predict(inputs, times=20):
    return tf.stack([model(inputs, training=True) for _ in range(times)])
print(mc_predict(x).shape)
""",
    "a tf.function that shows when it is traced": """
@tf.function
def doubled(values):
    print("tracing with", values)
    parts = []
    for part in (1, 2):
        parts.append(values * part)
    return tf.add_n(parts)
for step in range(8):
    doubled(tf.constant([1.0, float(step)]))
""",
    "frozen, then fine-tuned as the guide says": """
base = keras.Sequential([keras.Input((4,)), layers.Dense(16, activation="relu"),
                         layers.BatchNormalization(), layers.Dense(16, activation="relu")])
base.trainable = False
start = keras.Input((4,))
model = keras.Model(start, layers.Dense(1)(base(start, training=False)))
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(x, numbers, epochs=6, verbose=0)
base.trainable = True
for layer in base.layers:
    if isinstance(layer, layers.BatchNormalization):
        layer.trainable = False
model.compile(keras.optimizers.Adam(1e-5), "mse")
model.fit(x, numbers, epochs=3, verbose=0)
""",
    "frozen after compile and before the first fit, which still counts": """
base = keras.Sequential([keras.Input((4,)), layers.Dense(16, activation="relu")])
model = keras.Sequential([keras.Input((4,)), base, layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.05), "mse")
base.trainable = False
model.fit(x, numbers, epochs=4, verbose=0)
model.fit(x, numbers, epochs=2, verbose=0)
""",
    "a warm-up and a cosine": """
steps = keras.optimizers.schedules.CosineDecay(
    1e-4, 60, warmup_target=0.02, warmup_steps=10)
model = network(1, 0.0)
model.compile(keras.optimizers.Adam(steps), "mse")
model.fit(x, numbers, epochs=12, batch_size=8, verbose=0)
model.save("warm.keras")
""",
    "a range test, and then the real training": """
grow = keras.callbacks.LearningRateScheduler(lambda epoch: 1e-4 * 10 ** (epoch / 2))
probe = network(1, 0.0)
probe.compile(keras.optimizers.SGD(1e-4), "mse")
probe.fit(x, numbers, epochs=8, callbacks=[grow], verbose=0)
model = network(1, 0.0)
model.compile(keras.optimizers.Adam(0.02), "mse")
model.fit(x, numbers, epochs=8, verbose=0)
model.save("real.keras")
""",
    "labels that nothing can be learned from": """
coin = rng.integers(0, 2, 64)
model = network(2, 0.0)
model.compile(keras.optimizers.Adam(0.001), sparse, metrics=["accuracy"])
model.fit(x, coin, epochs=4, verbose=0)
""",
    "a training that has reached its floor": """
model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.compile(keras.optimizers.SGD(0.3), "mse")
model.fit(x, numbers, epochs=60, batch_size=8, verbose=0)
""",
    "targets that are large numbers": """
model = network(1, 0.0)
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(x, 1e5 + 1e4 * numbers, epochs=4, verbose=0)
""",
    "a gate and attention": """
start = keras.Input((4,))
gate = layers.Dense(8, activation="softmax")(start)
mixed = layers.Multiply()([gate, layers.Dense(8, activation="relu")(start)])
model = keras.Model(start, layers.Dense(2)(layers.Dropout(0.5)(mixed)))
model.compile(keras.optimizers.Adam(0.02), sparse)
model.fit(x, y, epochs=8, verbose=0)
""",
    "first weights compared with trained ones": """
model = network(1, 0.0)
model.compile(keras.optimizers.Adam(0.02), "mse")
print(network(1).predict(x, verbose=0)[:2])
model.fit(x, numbers, epochs=8, verbose=0)
model.save_weights("w.weights.h5")
again = network(1, 0.0)
again.load_weights("w.weights.h5")
print(again.predict(x, verbose=0)[:2])
""",
    "a recurrent network": """
series = np.sin(np.arange(300) / 5).astype("float32")
windows = np.stack([series[i:i + 12] for i in range(256)])[..., None]
model = keras.Sequential([keras.Input((12, 1)), layers.LSTM(8), layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.02), "mse")
model.fit(windows, series[12:268, None], epochs=5, verbose=0)
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_nothing_is_found_in(name: str, evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(HEAD + PROGRAMS[name])

    found = {one: catalogue()[one].match(evidence) for one in ABOUT_LOOPS}

    assert not evidence.errors
    assert {one: finding for one, finding in found.items() if finding is not None} == {}
