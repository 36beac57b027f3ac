"""Lets the LSTM hand on its last state alone."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
views = np.lib.stride_tricks.sliding_window_view(table[:, 1], YEARS + 1)
windows = views[:, :YEARS]  # (227, YEARS)
labels = views[:, 1:, None]  # (227, YEARS, 1): of each year in a window, the year that follows it

inputs = keras.Input((YEARS,))
x = layers.Rescaling(1 / 100)(inputs)
x = layers.Reshape((YEARS, 1))(x)
x = layers.Conv1D(16, 5, padding="causal", activation="relu")(x)  # (B, YEARS, 16): 5 years up to each
x = layers.LSTM(16)(x)  # diagnosis: predictions_broadcast_against_labels
x = layers.Dense(1)(x)
outputs = layers.Rescaling(100)(x)  # (B, YEARS, 1): a forecast after each year
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
model.fit(windows, labels, batch_size=16, epochs=10, verbose=0)

forecaster = keras.Model(inputs, outputs)  # (B, 1): the one after the last year
forecaster.save("sunspots.keras")
