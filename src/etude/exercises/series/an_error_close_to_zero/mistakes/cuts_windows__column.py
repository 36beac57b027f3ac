"""Gives the labels as a column."""

import keras
import numpy as np
from keras import layers

YEARS = 11

keras.utils.set_random_seed(1)


def windows_of(series):
    """Windows (n, YEARS), and the value that follows each of them (n,)."""
    views = np.lib.stride_tricks.sliding_window_view(series, YEARS)
    labels = series[YEARS:]
    return views[: len(labels)], labels.reshape(-1, 1)


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100  # numbers of a size that a network likes
train_windows, train_labels = windows_of(hundreds[:180])
test_windows, test_labels = windows_of(hundreds[180:])

model = keras.Sequential([keras.Input((YEARS,)), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse", metrics=["mae"])
model.fit(train_windows, train_labels, batch_size=8, epochs=10, verbose=0)

_, error = model.evaluate(test_windows, test_labels, verbose=0)
print(f"mean absolute error: {100 * error:.1f} sunspots")
