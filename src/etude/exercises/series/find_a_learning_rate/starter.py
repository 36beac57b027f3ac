"""Tries learning rates, chooses one, and trains with it."""

import keras
import numpy as np
from keras import layers

YEARS = 11
TRIED = 21  # epochs of the test

keras.utils.set_random_seed(1)


def windows_of(series):
    """Windows (n, YEARS), and the value that follows each of them (n,)."""
    views = np.lib.stride_tricks.sliding_window_view(series, YEARS + 1)
    return views[:, :YEARS], views[:, YEARS]


def build_model(rate):
    """A new network that learns at this rate."""
    model = keras.Sequential(
        [keras.Input((YEARS,)), layers.Dense(16, activation="relu"), layers.Dense(1)]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=0.9), loss="mae")
    return model


def range_test(model, windows, labels):
    """Trains the model at rates that grow, and returns the history."""
    # TODO: 21 epochs, from a rate of 0.0001 to a rate of 1.


def choose(rates, losses):
    """A tenth of the rate at which the loss was lowest."""
    # TODO: NaN does not count.


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100
windows, labels = windows_of(hundreds[:190])
test_windows, test_labels = windows_of(hundreds[190:])

# TODO: make the test with one model, and train a new one, called model, at the chosen rate.
