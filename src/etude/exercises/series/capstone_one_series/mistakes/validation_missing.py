"""Watches nothing."""

import keras
import numpy as np
from keras import layers

WEEKS = 52
HELD_OUT = 200  # windows

keras.utils.set_random_seed(1)

co2 = np.genfromtxt("data/co2/co2.csv", delimiter=",", skip_header=1, usecols=1)  # NaN: a gap
views = np.lib.stride_tricks.sliding_window_view(co2.astype("float32"), WEEKS + 1)
views = views[~np.isnan(views).any(axis=1)]  # whole stretches alone
windows, labels = views[:, :WEEKS], views[:, WEEKS]

inputs = keras.Input((WEEKS,))
last = inputs[:, -1:]
x = inputs - last  # the level has gone: what is left looks the same in 1960 and in 2000
x = layers.Dense(32, activation="relu")(x)
change = layers.Dense(1)(x)
model = keras.Model(inputs, last + change)

model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mae")
model.fit(windows, labels, epochs=10, verbose=0)  # diagnosis: validation_missing
model.save("co2.keras")
