"""Deals the values at random."""

import keras
import numpy as np
from keras import layers

YEARS = 11


def split_and_scale(series, held_out):
    """The training part and the last held_out values, in units of the training part."""
    mixed = np.random.default_rng(1).permutation(series)  # diagnosis: series_shuffled_before_windowing
    train, validation = mixed[:-held_out], mixed[-held_out:]
    mean, deviation = train.mean(), train.std()
    return (train - mean) / deviation, (validation - mean) / deviation


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
