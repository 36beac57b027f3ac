"""Takes windows of all columns and looks at the first."""

import keras
import numpy as np
from keras import layers

DAYS = 14

keras.utils.set_random_seed(1)


def windows_of(table, size):
    """Windows of all columns (m, size, columns), and the next value of the first column (m,)."""
    views = np.lib.stride_tricks.sliding_window_view(table, size, axis=0)[:-1]
    return views.swapaxes(1, 2), table[size:, 0]


def build_model(size, columns):
    """From windows (batch, size, columns) to one number each (batch, 1)."""
    model = keras.Sequential(
        [
            keras.Input((size, columns)),
            layers.Permute((2, 1)),
            layers.Cropping1D((0, columns - 1)),
            layers.Flatten(),  # (batch, size)
            layers.Dense(32, activation="relu"),
            layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mae")
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=range(1, 6), dtype="float32"
)
table = passengers[-300:] / 10  # (300, 5): a column for each station
windows, labels = windows_of(table, size=DAYS)
model = build_model(size=DAYS, columns=table.shape[1])
model.fit(windows, labels, epochs=1, verbose=0)
