"""My custom layer gets too many positional arguments although I pass one tensor"""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class UnitLength(layers.Layer):
    def call(inputs):  # diagnosis: self_left_out
        return inputs / tf.norm(inputs, axis=-1, keepdims=True)


inp = tf.keras.Input(shape=(12,))
h = layers.Dense(24, activation="relu")(inp)
h = UnitLength()(h)
out = layers.Dense(4, activation="softmax")(h)
model = tf.keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(64, 12), np.random.randint(0, 4, 64), verbose=0)
