"""Reads the differences with a recurrent layer."""

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
x = layers.Reshape((WEEKS // 4, 4))(inputs - last)  # four weeks in a step
x = layers.GRU(24)(x)
model = keras.Model(inputs, last + layers.Dense(1)(x))

model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mae")
model.fit(
    windows[:-HELD_OUT],
    labels[:-HELD_OUT],
    validation_data=(windows[-HELD_OUT:], labels[-HELD_OUT:]),
    epochs=10,
    verbose=0,
)
model.save("co2.keras")
