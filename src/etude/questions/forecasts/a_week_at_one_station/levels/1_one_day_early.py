"""Forecasts from the last day of the window on, which is given."""

import keras
import numpy as np
from keras import layers

DAYS = 28
STEPS = 7
HELD_OUT = 200  # days
BATCH = 64
EPOCHS = 9

keras.utils.set_random_seed(1)

table = np.genfromtxt("data/ridership/ridership.csv", delimiter=",", names=True, dtype=None)
passengers = table["monroe"].astype("float32")  # thousands a day


def windows_of(days):
    """Windows (n, DAYS), and the days that follow each of them (n, STEPS)."""
    views = np.lib.stride_tricks.sliding_window_view(days, DAYS + STEPS)
    return views[:, :DAYS], views[:, DAYS - 1 : DAYS - 1 + STEPS]  # diagnosis: label_inside_window


windows, labels = windows_of(passengers[:-HELD_OUT])
scale = layers.Normalization(axis=None)  # one mean and one variance for all days
scale.adapt(passengers[:-HELD_OUT])

inputs = keras.Input((DAYS,))
x = layers.Dense(64, activation="relu")(scale(inputs))
changes = layers.Dense(STEPS)(x)
last_week = inputs[:, DAYS - 7 : DAYS - 7 + STEPS]  # the same days, a week before
model = keras.Model(inputs, last_week + changes)

steps = EPOCHS * len(windows) // BATCH  # of a rate that falls to nothing
rate = keras.optimizers.schedules.CosineDecay(0.01, steps)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
model.fit(
    windows,
    labels,
    validation_data=windows_of(passengers[-HELD_OUT:]),
    batch_size=BATCH,
    epochs=EPOCHS,
    verbose=0,
)
model.save("station.keras")
