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


class Growing(keras.callbacks.Callback):
    """Sets the rate itself, before every epoch."""

    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.learning_rate = np.logspace(-4, 0, TRIED)[epoch]

    def on_epoch_end(self, epoch, logs=None):
        logs["learning_rate"] = float(self.model.optimizer.learning_rate)


def range_test(model, windows, labels):
    return model.fit(windows, labels, batch_size=32, epochs=TRIED, callbacks=[Growing()], verbose=0)


def choose(rates, losses):
    losses = np.nan_to_num(losses, nan=np.inf)
    return np.asarray(rates)[losses.argmin()] * 0.1


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100
windows, labels = windows_of(hundreds[:190])
test_windows, test_labels = windows_of(hundreds[190:])

tried = range_test(build_model(1e-4), windows, labels).history
rate = choose(tried["learning_rate"], tried["loss"])

model = build_model(rate)  # anew: the test leaves ruined weights behind
model.fit(windows, labels, batch_size=32, epochs=12, verbose=0)
error = model.evaluate(test_windows, test_labels, verbose=0)
print(f"rate {rate:.3g}: mean absolute error {100 * error:.1f} sunspots")
