"""Folds the window so that each step holds two years."""

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
        layers.Rescaling(1 / 100),
        layers.Reshape((YEARS // 2, 2)),
        layers.GRU(16),  # (batch, 16): what is known after the last year
        layers.Dense(1),
        layers.Rescaling(100),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
model.fit(windows, labels, batch_size=16, epochs=10, verbose=0)
model.save("sunspots.keras")
