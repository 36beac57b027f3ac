"""Dense layers act on the last axis alone."""

import keras
import numpy as np
from keras import layers

HOURS = 24

keras.utils.set_random_seed(1)


def measured_load(days):
    """Load of a small power grid, one value per hour, in units of its usual deviation."""
    hour = np.arange(24 * days)
    daily, weekly = np.sin(2 * np.pi * hour / 24), np.sin(2 * np.pi * hour / 168)
    noise = np.random.default_rng(1).normal(0, 0.15, hour.shape)
    return (daily + 0.5 * weekly + noise).astype("float32")


def windows_of(series):
    """The last HOURS values (n, HOURS, 1), and the value that follows them (n, 1)."""
    views = np.lib.stride_tricks.sliding_window_view(series, HOURS + 1)
    return views[:, :HOURS, np.newaxis], views[:, HOURS:]


load = measured_load(days=60)
train_windows, train_next = windows_of(load[: 24 * 45])
test_windows, test_next = windows_of(load[24 * 45 :])

model = keras.Sequential(
    [
        keras.Input((HOURS, 1)),
        layers.Dense(32, activation="relu"),  # diagnosis: flatten_missing
        layers.Dense(1),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(train_windows, train_next, batch_size=32, epochs=8, verbose=2)

_, error = model.evaluate(test_windows, test_next, verbose=0)
repeated = np.abs(test_windows[:, -1] - test_next).mean()
print(f"mean absolute error {error:.2f}; repeating the last known hour gives {repeated:.2f}")
