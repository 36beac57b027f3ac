"""ValueError: You must call `compile()` before calling `fit()`... I did compile, two lines above!"""
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 3)).astype("float32")
y = x[:, 0] - x[:, 1]

inputs = keras.Input((3,))
hidden = keras.layers.Dense(16, activation="relu")
trunk = keras.Model(inputs, hidden(inputs))
trunk.compile("adam", "mse")
model = keras.Model(inputs, keras.layers.Dense(1)(trunk.output))  # diagnosis: compile_missing
model.fit(x, y, epochs=3, validation_split=0.2)  # diagnosis: compile_missing
