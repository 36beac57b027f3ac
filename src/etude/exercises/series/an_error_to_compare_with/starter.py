"""Forecasts the sunspots of the next year, and compares the forecast with two that cost nothing.

TODO: so far it only reports its own error. Add compared(windows, labels), and print what it gives.
"""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)


def windows_of(series):
    """Windows (n, YEARS), and the value that follows each of them (n,)."""
    views = np.lib.stride_tricks.sliding_window_view(series, YEARS + 1)
    return views[:, :YEARS], views[:, YEARS]


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
train_windows, train_labels = windows_of(table[:190, 1])
test_windows, test_labels = windows_of(table[190:, 1])

model = keras.Sequential(
    [
        keras.Input((YEARS,)),
        layers.Rescaling(1 / 100),  # the model takes sunspots ...
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
        layers.Rescaling(100),  # ... and gives sunspots: (batch, 1)
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(
    train_windows,
    train_labels,
    validation_data=(test_windows, test_labels),
    epochs=6,
    verbose=0,
)

error = model.evaluate(test_windows, test_labels, verbose=0)
print(f"mean absolute error: {error:.1f} sunspots")
