"""AttributeError: 'function' object has no attribute 'compile', though the function returns a model."""
import keras
import numpy as np


def small_network():
    return keras.Sequential([
        keras.Input((5,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1),
    ])


readings = np.random.default_rng(2).normal(size=(60, 5))
network = small_network  # diagnosis: function_given_for_value
network.compile(optimizer="adam", loss="mse")
network.fit(readings, readings.sum(axis=1), verbose=0)
