"""Two recurrent layers, functional."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
views = np.lib.stride_tricks.sliding_window_view(table[:, 1], YEARS + 1)
windows, labels = views[:, :YEARS], views[:, YEARS]  # (227, YEARS) and (227,)

inputs = keras.Input((YEARS,))
x = keras.ops.expand_dims(inputs / 100, axis=-1)  # (batch, YEARS, 1)
x = layers.GRU(12, return_sequences=True)(x)
x = layers.GRU(12)(x)
model = keras.Model(inputs, layers.Rescaling(100)(layers.Dense(1)(x)))
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
model.fit(windows, labels, batch_size=16, epochs=10, verbose=0)
model.save("sunspots.keras")
