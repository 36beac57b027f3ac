"""The mean by hand in a functional model, and cosines by Keras."""

import keras
import tensorflow as tf
from keras import layers, ops


def build(words, size):
    tokens = keras.Input((None,))
    vectors = layers.Embedding(words, size)(tokens)
    counts = ops.cast(ops.not_equal(tokens, 0), "float32")[:, :, None]
    mean = ops.sum(vectors * counts, axis=1) / ops.maximum(ops.sum(counts, axis=1), 1)
    return keras.Model(tokens, mean)


def nearest(vectors, number, count):
    units = tf.math.l2_normalize(tf.constant(vectors), axis=1)
    cosines = tf.linalg.matvec(units, units[number]).numpy()
    others = [word for word in range(len(cosines)) if word not in (0, 1, number)]
    return sorted(others, key=lambda word: -cosines[word])[:count]
