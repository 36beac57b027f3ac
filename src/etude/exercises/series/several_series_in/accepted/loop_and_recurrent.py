"""Cuts in a loop, reads day by day."""

import keras
import numpy as np
from keras import layers

DAYS = 14

keras.utils.set_random_seed(1)


def windows_of(table, size):
    """Windows of all columns (m, size, columns), and the next value of the first column (m,)."""
    days = range(size, len(table))
    return np.stack([table[day - size : day] for day in days]), table[size:, 0]


def build_model(size, columns):
    model = keras.Sequential(
        [keras.Input((size, columns)), layers.LSTM(8), layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mse")
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=range(1, 6), dtype="float32"
)
table = passengers[-300:] / 10  # (300, 5): a column for each station
windows, labels = windows_of(table, size=DAYS)
model = build_model(size=DAYS, columns=table.shape[1])
model.fit(windows, labels, epochs=1, verbose=0)
