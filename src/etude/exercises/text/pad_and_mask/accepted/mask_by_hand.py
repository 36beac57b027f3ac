"""A ragged tensor pads, and a mask is computed and used by hand."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

rng = np.random.default_rng(0)
rows = [rng.integers(1, 50, size).tolist() for size in rng.integers(2, 10, 300)]
labels = np.array([int(row[0] > 25) for row in rows])


def pad(rows, length):
    return tf.ragged.constant(rows).to_tensor(shape=(len(rows), length))


class MeanOfWords(keras.Model):
    def __init__(self, words):
        super().__init__()
        self.vectors = layers.Embedding(words, 8)
        self.decide = layers.Dense(1, activation="sigmoid")

    def call(self, tokens):
        words = ops.cast(ops.not_equal(tokens, 0), "float32")[..., None]  # (batch, steps, 1)
        summed = ops.sum(self.vectors(tokens) * words, axis=1)  # (batch, 8)
        return self.decide(summed / ops.maximum(ops.sum(words, axis=1), 1.0))


def build(words):
    model = MeanOfWords(words)
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


model = build(50)
model.fit(pad(rows, 9), labels, epochs=2, verbose=0)
