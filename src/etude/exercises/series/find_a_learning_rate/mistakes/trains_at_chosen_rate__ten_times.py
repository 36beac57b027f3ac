"""Chooses a rate, and trains at ten times as much."""

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


def rate_of(epoch):
    """From 0.0001 in epoch 0 to 1 in epoch 20."""
    return 1e-4 * 10 ** (epoch / 5)


def range_test(model, windows, labels):
    """Trains the model at rates that grow, and returns the history."""
    growing = keras.callbacks.LearningRateScheduler(rate_of)
    return model.fit(
        windows, labels, batch_size=32, epochs=TRIED, callbacks=[growing], verbose=0
    )


def choose(rates, losses):
    """A tenth of the rate at which the loss was lowest."""
    return rates[np.nanargmin(losses)] / 10  # a loss that blew up is NaN


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100
windows, labels = windows_of(hundreds[:190])
test_windows, test_labels = windows_of(hundreds[190:])

tried = range_test(build_model(1e-4), windows, labels).history
rate = choose(tried["learning_rate"], tried["loss"])

model = build_model(10 * rate)  # anew: the test leaves ruined weights behind
model.fit(windows, labels, batch_size=32, epochs=12, verbose=0)
error = model.evaluate(test_windows, test_labels, verbose=0)
print(f"rate {rate:.3g}: mean absolute error {100 * error:.1f} sunspots")
