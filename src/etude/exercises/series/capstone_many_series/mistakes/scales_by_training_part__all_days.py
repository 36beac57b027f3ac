"""Scales by the days that it is validated on, too."""

import keras
import numpy as np
from keras import layers

DAYS = 28
STEPS = 7
STATIONS = 5
HELD_OUT = 364  # days

keras.utils.set_random_seed(1)


def windows_of(table):
    """Windows (n, DAYS, STATIONS), and the days that follow each of them (n, STEPS, STATIONS)."""
    views = np.lib.stride_tricks.sliding_window_view(table, DAYS + STEPS, axis=0)
    views = views.swapaxes(1, 2)
    return views[:, :DAYS], views[:, DAYS:]


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=range(1, 6), dtype="float32"
)
windows, labels = windows_of(passengers[:-HELD_OUT])

scale = layers.Normalization()
scale.adapt(passengers)

inputs = keras.Input((DAYS, STATIONS))
x = layers.Flatten()(scale(inputs))
x = layers.Dense(64, activation="relu")(x)
change = layers.Reshape((STEPS, STATIONS))(layers.Dense(STEPS * STATIONS)(x))
model = keras.Model(inputs, inputs[:, -STEPS:] + change)  # last week, and what is added to it

model.compile(optimizer=keras.optimizers.Adam(0.002), loss="mae")
model.fit(
    windows,
    labels,
    validation_data=windows_of(passengers[-HELD_OUT:]),
    epochs=8,
    verbose=0,
)
model.save("ridership.keras")
