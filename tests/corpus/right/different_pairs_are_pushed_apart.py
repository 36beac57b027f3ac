"""Pairs of different digits are 1, and the loss pushes the pairs of 1 apart."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
digits = rng.integers(0, 4, 600)
pictures = (rng.normal(0, 0.4, (600, 16)) + np.eye(4)[digits].repeat(4, axis=1)).astype("float32")
first, second = rng.integers(0, 600, 800), rng.integers(0, 600, 800)
different = (digits[first] != digits[second]).astype("float32")

encoder = keras.Sequential([layers.Input((16,)), layers.Dense(16, activation="relu"), layers.Dense(4)])
a, b = keras.Input((16,)), keras.Input((16,))
distance = layers.Lambda(lambda v: ops.sqrt(ops.sum(ops.square(v[0] - v[1]), axis=1, keepdims=True) + 1e-9))([encoder(a), encoder(b)])
model = keras.Model([a, b], distance)


def contrastive_loss(y_true, y_pred):
    square = ops.square(y_pred)
    margin = ops.square(ops.maximum(1.0 - y_pred, 0))
    return ops.mean((1 - y_true) * square + y_true * margin)


model.compile(keras.optimizers.Adam(0.01), contrastive_loss)
model.fit([pictures[first], pictures[second]], different, epochs=5, verbose=0)
