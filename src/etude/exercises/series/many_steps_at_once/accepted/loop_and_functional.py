"""Cuts in a loop; the model is functional."""

import keras
import numpy as np
from keras import layers


def windows_of(series, size, steps):
    """Windows (n, size), and the values of the days that follow each of them (n, steps)."""
    windows, labels = [], []
    for start in range(len(series) - size - steps + 1):
        end = start + size
        windows.append(series[start:end])
        labels.append(series[end : end + steps])
    return np.array(windows), np.array(labels)


def build_model(size, steps):
    """From windows (batch, size) to as many forecasts as there are steps (batch, steps)."""
    inputs = keras.Input((size,))
    outputs = layers.Dense(steps)(inputs)  # a straight line for each day
    model = keras.Model(inputs, outputs)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.Huber())
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=1, dtype="float32"
)
windows, labels = windows_of(passengers[-300:] / 10, size=14, steps=7)
model = build_model(size=14, steps=7)
model.fit(windows, labels, epochs=1, verbose=0)
