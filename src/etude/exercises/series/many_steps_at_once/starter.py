"""Forecasts several days at once."""

import keras
import numpy as np
from keras import layers


def windows_of(series, size, steps):
    """Windows (n, size), and the values of the days that follow each of them (n, steps)."""
    # TODO: windows, and the days that follow each of them.
    return series, series


def build_model(size, steps):
    """From windows (batch, size) to as many forecasts as there are steps (batch, steps)."""
    # TODO: one output for each step.


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=1, dtype="float32"
)
if build_model(size=14, steps=7) is not None:
    windows, labels = windows_of(passengers[-300:] / 10, size=14, steps=7)
    model = build_model(size=14, steps=7)
    model.fit(windows, labels, epochs=1, verbose=0)
