"""The next hour of a noisy daily rhythm, from windows of two days."""

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(3)
hours = np.arange(6000)
noise = np.random.default_rng(3).normal(0, 0.2, 6000)
series = (np.sin(hours * 2 * np.pi / 24) + 0.001 * hours + noise).astype("float32")
WINDOW, SPLIT = 48, 4800
mean, deviation = series[:SPLIT].mean(), series[:SPLIT].std()
scaled = (series - mean) / deviation


def windows(part, shuffle):
    return keras.utils.timeseries_dataset_from_array(
        part[:-WINDOW, None], part[WINDOW:], WINDOW, batch_size=32, shuffle=shuffle, seed=3
    )


training_data = windows(scaled[:SPLIT], True).prefetch(tf.data.AUTOTUNE)
validation_data = windows(scaled[SPLIT - WINDOW :], False)
model = keras.Sequential(
    [keras.Input((WINDOW, 1)), layers.Conv1D(32, 5, activation="relu"), layers.GRU(32), layers.Dense(1)]
)
model.compile("adam", "mse", metrics=["mae"])
model.fit(training_data, validation_data=validation_data, epochs=20, verbose=0)
