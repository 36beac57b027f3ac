"""Forecasts the passengers of one station from its own past.

TODO: look at all five stations, and forecast the first.
"""

import keras
import numpy as np
from keras import layers

DAYS = 14

keras.utils.set_random_seed(1)


def windows_of(series, size):
    """Windows (m, size), and the value that follows each of them (m,)."""
    views = np.lib.stride_tricks.sliding_window_view(series, size)[:-1]
    return views, series[size:]


def build_model(size):
    """From windows (batch, size) to one number each (batch, 1)."""
    model = keras.Sequential(
        [keras.Input((size,)), layers.Dense(32, activation="relu"), layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mae")
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=1, dtype="float32"
)
series = passengers[-300:] / 10
windows, labels = windows_of(series, size=DAYS)
model = build_model(size=DAYS)
model.fit(windows, labels, epochs=1, verbose=0)
