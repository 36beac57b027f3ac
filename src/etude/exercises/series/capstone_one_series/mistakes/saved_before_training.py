"""Saves the model before it trains."""

import keras
import numpy as np
from keras import layers

WEEKS = 52
HELD_OUT = 200  # windows
EPOCHS = 8

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

steps = EPOCHS * len(windows[:-HELD_OUT]) // 32  # of a rate that falls to nothing
rate = keras.optimizers.schedules.CosineDecay(0.01, steps)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
model.save("co2.keras")  # diagnosis: saved_before_training
model.fit(
    windows[:-HELD_OUT],
    labels[:-HELD_OUT],
    validation_data=(windows[-HELD_OUT:], labels[-HELD_OUT:]),
    epochs=EPOCHS,
    verbose=0,
)
