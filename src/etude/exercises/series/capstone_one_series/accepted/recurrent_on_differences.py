"""Reads the differences with a recurrent layer."""

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
x = layers.Reshape((WEEKS // 4, 4))(inputs - last)  # four weeks in a step
x = layers.GRU(24)(x)
model = keras.Model(inputs, last + layers.Dense(1)(x))

steps = EPOCHS * len(windows[:-HELD_OUT]) // 32  # of a rate that falls to nothing
rate = keras.optimizers.schedules.CosineDecay(0.01, steps)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
model.fit(
    windows[:-HELD_OUT],
    labels[:-HELD_OUT],
    validation_data=(windows[-HELD_OUT:], labels[-HELD_OUT:]),
    epochs=EPOCHS,
    verbose=0,
)
model.save("co2.keras")
