"""Two LSTM behind the convolution, in a sequential model."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
views = np.lib.stride_tricks.sliding_window_view(table[:, 1], YEARS + 1)
windows = views[:, :YEARS]  # (227, YEARS)
labels = views[:, 1:, None]  # (227, YEARS, 1): of each year in a window, the year that follows it

model = keras.Sequential(
    [
        keras.Input((YEARS,)),
        layers.Rescaling(1 / 100),
        layers.Reshape((YEARS, 1)),
        layers.Conv1D(16, 5, padding="causal", activation="relu"),
        layers.LSTM(16, return_sequences=True),
        layers.LSTM(8, return_sequences=True),
        layers.TimeDistributed(layers.Dense(1)),
        layers.Rescaling(100),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
model.fit(windows, labels, batch_size=16, epochs=10, verbose=0)

forecaster = keras.Sequential(
    [
        keras.Input((YEARS,)),
        model,
        layers.Cropping1D((YEARS - 1, 0)),
        layers.Reshape((1,)),
    ]
)
forecaster.save("sunspots.keras")
