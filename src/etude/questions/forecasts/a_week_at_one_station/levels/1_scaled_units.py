"""Learns scaled values and gives them out as they are."""

import keras
import numpy as np
from keras import layers

DAYS = 28
STEPS = 7
HELD_OUT = 200  # days
BATCH = 64
EPOCHS = 4

keras.utils.set_random_seed(1)

table = np.genfromtxt("data/ridership/ridership.csv", delimiter=",", names=True, dtype=None)
passengers = table["monroe"].astype("float32")  # thousands a day


def windows_of(days):
    """Windows (n, DAYS), and the days that follow each of them (n, STEPS)."""
    views = np.lib.stride_tricks.sliding_window_view(days, DAYS + STEPS)
    return views[:, :DAYS], views[:, DAYS:]


mean, deviation = passengers[:-HELD_OUT].mean(), passengers[:-HELD_OUT].std()
windows, labels = windows_of(passengers[:-HELD_OUT])
scale = layers.Normalization(axis=None)  # one mean and one variance for all days
scale.adapt(passengers[:-HELD_OUT])

inputs = keras.Input((DAYS,))
scaled = scale(inputs)
x = layers.Dense(64, activation="relu")(scaled)
changes = layers.Dense(STEPS)(x)
last_week = scaled[:, DAYS - 7 : DAYS - 7 + STEPS]  # the same days, a week before
model = keras.Model(inputs, last_week + changes)

steps = EPOCHS * len(windows) // BATCH  # of a rate that falls to nothing
rate = keras.optimizers.schedules.CosineDecay(0.01, steps)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
targets = (labels - mean) / deviation  # diagnosis: forecast_in_scaled_units
model.fit(
    windows,
    targets,
    validation_split=0.1,
    batch_size=BATCH,
    epochs=EPOCHS,
    verbose=0,
)
model.save("station.keras")
