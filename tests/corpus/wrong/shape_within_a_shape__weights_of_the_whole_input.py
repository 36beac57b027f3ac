"""Cannot convert '((None, 8), 16)' to a shape in build of my own dense layer"""
import numpy as np
import keras


class Mine(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape, self.units), initializer="glorot_uniform")  # diagnosis: shape_within_a_shape
        self.b = self.add_weight(shape=(self.units,), initializer="zeros")

    def call(self, inputs):
        return keras.ops.relu(inputs @ self.w + self.b)


model = keras.Sequential([keras.Input((8,)), Mine(16), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(50, 8), np.random.rand(50), verbose=0)
