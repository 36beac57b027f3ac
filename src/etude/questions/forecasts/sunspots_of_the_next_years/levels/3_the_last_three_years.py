"""Looks at the last three years alone, in which no cycle is seen."""

import keras
import numpy as np
from keras import layers

YEARS = 14
STEPS = 2
HELD_OUT = 25  # years

keras.utils.set_random_seed(1)

sunspots = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, usecols=1)
learned, watched = sunspots[:-HELD_OUT], sunspots[-HELD_OUT - YEARS :]


def windows_of(years):
    """Windows (n, YEARS), and the years that follow each of them (n, STEPS)."""
    views = np.lib.stride_tricks.sliding_window_view(years.astype("float32"), YEARS + STEPS)
    return views[:, :YEARS], views[:, YEARS:]


scale = layers.Normalization(axis=None)  # one mean and one variance for all years
scale.adapt(learned)
counts = layers.Rescaling(float(learned.std()), offset=float(learned.mean()))  # and back

model = keras.Sequential(
    [
        keras.Input((YEARS,)),
        layers.Reshape((YEARS, 1)),
        layers.Cropping1D((YEARS - 3, 0)),
        layers.Flatten(),
        scale,
        layers.Dense(STEPS),
        counts,
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
windows, labels = windows_of(learned)
model.fit(windows, labels, validation_data=windows_of(watched), batch_size=16, epochs=16, verbose=0)
model.save("sun.keras")
