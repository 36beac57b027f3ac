"""Forecasts the sunspots of the next year from means over five years."""

import keras
import numpy as np
from keras import layers

SPAN = 5  # years in a mean
YEARS = 11  # means in a window

keras.utils.set_random_seed(1)


def smoothed(series):
    """For each year the mean of this year and those before it, SPAN in all."""
    weights = np.full(SPAN, 1 / SPAN, "float32")
    return np.convolve(series, weights)[: len(series)]  # value t of the whole ends with year t


def examples_of(series):
    """Windows of YEARS means (n, YEARS), and the value of the year after each window (n,)."""
    first = SPAN - 1  # the earlier means lack years
    means = smoothed(series)[first:-1]
    windows = np.lib.stride_tricks.sliding_window_view(means, YEARS)
    return windows, series[first + YEARS :]


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100
windows, labels = examples_of(hundreds[:180])
test_windows, test_labels = examples_of(hundreds[180:])

model = keras.Sequential([keras.Input((YEARS,)), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mae")
model.fit(windows, labels, batch_size=8, epochs=8, verbose=0)

error = model.evaluate(test_windows, test_labels, verbose=0)
print(f"mean absolute error: {100 * error:.1f} sunspots")
