"""A dense network that forecasts the sunspots of the next year from those of the last 22."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
views = np.lib.stride_tricks.sliding_window_view(table[:, 1], YEARS + 1)
windows, labels = views[:, :YEARS], views[:, YEARS]  # (227, YEARS) and (227,)

inputs = keras.Input((YEARS,))
scale = layers.Normalization(axis=None)
scale.adapt(table[:, 1])
x = layers.Dense(24, activation="relu")(scale(inputs))
x = layers.Dense(24, activation="relu")(x)
change = layers.Rescaling(table[:, 1].std())(layers.Dense(1)(x))
model = keras.Model(inputs, inputs[:, -1:] + change)  # the last year, and what is added to it
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="mse")
model.fit(windows, labels, batch_size=16, epochs=15, verbose=0)
model.save("sunspots.keras")
