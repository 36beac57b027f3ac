"""Gathers places; reads the window with a recurrent layer."""

import keras
import numpy as np
from keras import layers


def windows_of(series, size, steps):
    """Windows (n, size), and the values of the days that follow each of them (n, steps)."""
    starts = np.arange(len(series) - size - steps + 1)[:, np.newaxis]
    return series[starts + np.arange(size)], series[starts + size + np.arange(steps)]


def build_model(size, steps):
    """From windows (batch, size) to as many forecasts as there are steps (batch, steps)."""
    model = keras.Sequential(
        [keras.Input((size,)), layers.Reshape((size, 1)), layers.GRU(8), layers.Dense(steps)]
    )
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=1, dtype="float32"
)
windows, labels = windows_of(passengers[-300:] / 10, size=14, steps=7)
model = build_model(size=14, steps=7)
model.fit(windows, labels, epochs=1, verbose=0)
