"""Multiply([h, h]) squares: a layer given the same tensor twice need not be a slip."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.normal(size=(400, 4)).astype("float32")
y = (x[:, :1] ** 2 + x[:, 1:2] * x[:, 2:3]).astype("float32")
inputs = keras.Input((4,))
h = layers.Dense(16)(inputs)
square = layers.Multiply()([h, h])
h = layers.Concatenate()([h, square])
shortcut = h
h = layers.Dense(32, activation="relu")(h)
h = layers.Add()([h, shortcut])
model = keras.Model(inputs, layers.Dense(1)(h))
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(x[:320], y[:320], validation_data=(x[320:], y[320:]), epochs=15, verbose=0)
