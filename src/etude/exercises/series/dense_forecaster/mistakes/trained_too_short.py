"""Trains for three epochs, at a low rate."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
views = np.lib.stride_tricks.sliding_window_view(table[:, 1], YEARS + 1)
windows, labels = views[:, :YEARS], views[:, YEARS]  # (227, YEARS) and (227,)

model = keras.Sequential(
    [
        keras.Input((YEARS,)),
        layers.Rescaling(1 / 100),  # sunspots in, numbers of a size that a network likes
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
        layers.Rescaling(100),  # and sunspots out
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.0005), loss="mae")
model.fit(windows, labels, batch_size=16, epochs=3, verbose=0)  # diagnosis: trained_too_short
model.save("sunspots.keras")
