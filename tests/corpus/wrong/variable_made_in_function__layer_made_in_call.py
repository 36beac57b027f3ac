"""tf.function only supports singleton tf.Variables created on the first call. What singleton?"""
import numpy as np
import tensorflow as tf


class Block(tf.keras.Model):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.out = tf.keras.layers.Dense(1)

    def call(self, inputs):
        hidden = tf.keras.layers.Dense(self.units, activation="relu")(inputs)  # diagnosis: variable_made_in_function
        return self.out(hidden)


x = np.random.default_rng(0).normal(size=(100, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)
model = Block(16)
model.compile("adam", "mse")
model.fit(x, y, epochs=3, validation_split=0.2, verbose=0)
