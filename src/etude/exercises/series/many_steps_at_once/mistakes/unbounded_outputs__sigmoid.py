"""Ends with a sigmoid, which no number of passengers above 1 comes out of."""

import keras
import numpy as np
from keras import layers


def windows_of(series, size, steps):
    """Windows (n, size), and the values of the days that follow each of them (n, steps)."""
    views = np.lib.stride_tricks.sliding_window_view(series, size + steps)
    return views[:, :size], views[:, size:]


def build_model(size, steps):
    """From windows (batch, size) to as many forecasts as there are steps (batch, steps)."""
    model = keras.Sequential(
        [keras.Input((size,)), layers.Dense(32, activation="relu"), layers.Dense(steps, activation="sigmoid")]
    )
    model.compile(optimizer="adam", loss="mae")
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=1, dtype="float32"
)
windows, labels = windows_of(passengers[-300:] / 10, size=14, steps=7)
model = build_model(size=14, steps=7)
model.fit(windows, labels, epochs=1, verbose=0)
