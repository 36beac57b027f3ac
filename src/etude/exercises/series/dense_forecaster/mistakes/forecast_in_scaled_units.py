"""Trains on scaled labels, and saves a network that gives those."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
views = np.lib.stride_tricks.sliding_window_view(table[:, 1], YEARS + 1)
windows, labels = views[:, :YEARS], views[:, YEARS]

model = keras.Sequential(
    [
        keras.Input((YEARS,)),
        layers.Rescaling(1 / 100),
        layers.Dense(64, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
model.fit(windows, labels / 100, batch_size=16, epochs=12, verbose=0)  # diagnosis: forecast_in_scaled_units
model.save("sunspots.keras")
