"""NameError: name 'history' is not defined when I plot. I do train before!"""
import keras
import numpy as np

x = np.random.default_rng(0).normal(size=(100, 3)).astype("float32")
y = x @ np.array([1.0, -2.0, 0.5], "float32")


def train(model):
    model.compile("adam", "mse")
    history = model.fit(x, y, epochs=3, validation_split=0.2, verbose=0)


model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
train(model)
print(history.history["loss"])  # diagnosis: name_not_defined
