"""A convolution looks at a week at a time; stops in time."""

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
scale.adapt(passengers[:-HELD_OUT])  # of each station, over the training days

inputs = keras.Input((DAYS, STATIONS))
x = layers.Conv1D(24, 7, activation="relu")(scale(inputs))  # (batch, 22, 24)
x = layers.Dense(STEPS * STATIONS)(layers.Flatten()(x))
x = layers.Reshape((STEPS, STATIONS))(x)
model = keras.Model(inputs, layers.Add()([layers.Cropping1D((DAYS - STEPS, 0))(inputs), x]))

model.compile(optimizer=keras.optimizers.Adam(0.002), loss="mae")
model.fit(
    windows,
    labels,
    validation_data=windows_of(passengers[-HELD_OUT:]),
    epochs=8,
    callbacks=[keras.callbacks.EarlyStopping(patience=4, restore_best_weights=True)],
    verbose=0,
)
model.save("ridership.keras")
