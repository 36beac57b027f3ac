"""Adapts a layer to the whole series."""

import keras
import numpy as np
from keras import layers

YEARS = 11


def split_and_scale(series, held_out):
    """The training part and the last held_out values, in units of the training part."""
    scale = layers.Normalization(axis=None)
    scale.adapt(series)  # diagnosis: scaled_with_future_values
    scaled = np.asarray(scale(series))
    return scaled[:-held_out], scaled[-held_out:]


def windows_of(series):
    """Windows (n, YEARS), and the value that follows each of them (n,)."""
    views = np.lib.stride_tricks.sliding_window_view(series, YEARS + 1)
    return views[:, :YEARS], views[:, YEARS]


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
train, validation = split_and_scale(table[:, 1], 60)

keras.utils.set_random_seed(1)
model = keras.Sequential([keras.Input((YEARS,)), layers.Dense(1)])
model.compile(optimizer="adam", loss="mae")
model.fit(*windows_of(train), validation_data=windows_of(validation), epochs=1, verbose=0)
