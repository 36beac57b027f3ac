"""A siamese network that finds every pair of voices equally alike, and another value for each batch."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, ops

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
speakers = rng.normal(size=(6, 10))
who = rng.integers(0, 6, (256, 2))
who[::2, 1] = who[::2, 0]
first = (speakers[who[:, 0]] + rng.normal(0, 0.2, (256, 10))).astype("float32")
second = (speakers[who[:, 1]] + rng.normal(0, 0.2, (256, 10))).astype("float32")
same = (who[:, 0] == who[:, 1]).astype("float32")


class Apart(layers.Layer):
    def call(self, one, other):
        return ops.sqrt(ops.sum(ops.square(one - other), axis=0, keepdims=True) + 1e-7)  # diagnosis: examples_taken_together


ear = tf.keras.Sequential([layers.Input((10,)), layers.Dense(16, activation="relu"), layers.Dense(4)])
a, b = layers.Input((10,)), layers.Input((10,))
model = tf.keras.Model([a, b], Apart()(ear(a), ear(b)))


def contrastive(alike, distance):
    near = alike * ops.square(distance)
    return ops.mean(near + (1 - alike) * ops.square(ops.maximum(1.0 - distance, 0.0)))


model.compile("adam", contrastive)
model.fit([first, second], same[:, None], epochs=3, verbose=0)
