"""Learns the end of the window it is given, not what follows it."""

import keras
import numpy as np
from keras import layers

WEEKS = 52
STEPS = 8
HELD_OUT = 150  # windows
BATCH = 64
EPOCHS = 4

keras.utils.set_random_seed(1)

co2 = np.genfromtxt("data/co2/co2.csv", delimiter=",", skip_header=1, usecols=1)  # NaN: a gap
views = np.lib.stride_tricks.sliding_window_view(co2.astype("float32"), WEEKS + STEPS)
views = views[~np.isnan(views).any(axis=1)]  # whole stretches alone
windows, labels = views[:, :WEEKS], views[:, WEEKS - STEPS : WEEKS]

inputs = keras.Input((WEEKS,))
last = inputs[:, -1:]
x = inputs - last  # the level has gone: what is left looks the same in 1960 and in 2000
x = layers.Dense(32, activation="relu")(x)
changes = layers.Dense(STEPS)(x)
model = keras.Model(inputs, last + changes)

steps = EPOCHS * len(windows[:-HELD_OUT]) // BATCH  # of a rate that falls to nothing
rate = keras.optimizers.schedules.CosineDecay(0.01, steps)
model.compile(optimizer=keras.optimizers.Adam(rate), loss="mae")
model.fit(
    windows[:-HELD_OUT],
    labels[:-HELD_OUT],
    validation_data=(windows[-HELD_OUT:], labels[-HELD_OUT:]),
    batch_size=BATCH,
    epochs=EPOCHS,
    verbose=0,
)
model.save("air.keras")
