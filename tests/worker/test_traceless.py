"""Watching a training leaves no trace: the same numbers to the last bit, with us and without."""

import pytest
from watched import Watch

pytestmark = [pytest.mark.tensorflow, pytest.mark.slow]

HEAD = """
import json, random, keras, numpy as np, tensorflow as tf
rng = np.random.default_rng(0)
x = rng.normal(size=(96, 6)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
sparse = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
L = keras.layers
"""

# Each leaves something behind that a pass of ours could have moved.
MODELS = {
    "dropout and batch statistics": """
inputs = keras.Input((6,))
h = L.BatchNormalization()(L.Dense(8, activation="relu")(inputs))
h = L.GaussianNoise(0.1)(L.Dropout(0.4)(h))
model = keras.Model(inputs, L.Dense(2)(h))
""",
    "dropout that is always on": """
inputs = keras.Input((6,))
h = L.BatchNormalization()(L.Dense(8)(inputs), training=True)
model = keras.Model(inputs, L.Dense(2)(L.Dropout(0.4)(h, training=True)))
""",
    "penalties on activities and weights": """
model = keras.Sequential([keras.Input((6,)), L.Dense(8, activity_regularizer="l2"),
                          L.Dense(2, kernel_regularizer="l1")])
""",
    "a model inside that is frozen": """
base = keras.Sequential([keras.Input((6,)), L.Dense(8), L.BatchNormalization(), L.Dropout(0.5)])
base.trainable = False
inputs = keras.Input((6,))
model = keras.Model(inputs, L.Dense(2)(base(inputs, training=False)))
""",
    "random numbers in a Lambda": """
model = keras.Sequential([keras.Input((6,)), L.Lambda(lambda v: v + tf.random.normal(tf.shape(v))),
                          L.Dense(2)])
""",
    "a layer of one's own that counts and prints": """
class Noisy(L.Layer):
    def build(self, shape):
        self.count = self.add_weight(shape=(), initializer="zeros", trainable=False)
    def call(self, v):
        print("traced")
        self.count.assign_add(1.0)
        return v + random.random() + tf.random.uniform([])
model = keras.Sequential([keras.Input((6,)), Noisy(), L.Dense(2)])
""",
    "a recurrent layer that remembers": """
model = keras.Sequential([keras.Input((6,), batch_size=32), L.Reshape((3, 2)),
                          L.LSTM(4, stateful=True, recurrent_dropout=0.2), L.Dense(2)])
""",
    "a spectral norm": """
model = keras.Sequential([keras.Input((6,)), L.SpectralNormalization(L.Dense(8)), L.Dense(2)])
""",
}

FIT = """
model.compile("adam", sparse, metrics=["accuracy"])
first = model.fit(x, y, epochs=3, batch_size=32, verbose=0).history
second = model.fit(x, y, epochs=2, batch_size=32, verbose=0).history
print(json.dumps([first, second, [float(tf.reduce_sum(w)) for w in model.variables],
      [float(tf.reduce_sum(v)) for v in model.optimizer.variables],
      [v.path for v in model.variables], len(model.losses), float(tf.random.normal([])),
      np.random.random(), random.random(),
      L.Dense(1).name, keras.Sequential().name, float(model.get_metrics_result()["loss"])]))
"""


@pytest.mark.parametrize("name", MODELS)
def test_a_look_at_the_health_of_a_model_changes_nothing(name: str, watch: Watch) -> None:
    program = HEAD + MODELS[name] + FIT

    seen, unseen = watch(program), watch(program, observe=False)

    assert unseen.outcome.fault is None, unseen.outcome.detail
    assert seen.outcome.stdout == unseen.outcome.stdout


def test_a_loop_of_ones_own_takes_the_same_steps(watch: Watch) -> None:
    program = (
        HEAD
        + """
model = keras.Sequential([keras.Input((6,)), L.Dense(8), L.Dropout(0.5), L.Dense(1)])
optimizer = keras.optimizers.Adam(0.01)
losses = []

@tf.function
def step(a, b, factor):
    with tf.GradientTape() as tape:
        loss = factor * keras.losses.MeanSquaredError()(b, model(a, training=True))
        loss += tf.reduce_mean((b - model(a)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss

for epoch in range(40):
    losses.append(float(step(x, y.astype("float32"), epoch % 3)))
print(losses, tf.random.normal([]))
"""
    )

    seen, unseen = watch(program), watch(program, observe=False)

    assert unseen.outcome.fault is None, unseen.outcome.detail
    assert seen.outcome.stdout == unseen.outcome.stdout
