"""Lets Keras cut, and convolves over the days."""

import keras
import numpy as np
from keras import layers

DAYS = 14

keras.utils.set_random_seed(1)


def windows_of(table, size):
    """Windows of all columns (m, size, columns), and the next value of the first column (m,)."""
    return keras.utils.timeseries_dataset_from_array(
        table[:-1], table[size:, 0], sequence_length=size, batch_size=32
    )


def build_model(size, columns):
    inputs = keras.Input((size, columns))
    x = layers.Conv1D(16, 5, padding="causal", activation="relu")(inputs)
    x = layers.GlobalAveragePooling1D()(x)
    model = keras.Model(inputs, layers.Dense(1)(x))
    model.compile(optimizer="adam", loss="mae")
    return model


passengers = np.loadtxt(
    "data/ridership/ridership.csv", delimiter=",", skiprows=1, usecols=range(1, 6), dtype="float32"
)
table = passengers[-300:] / 10  # (300, 5): a column for each station
data = windows_of(table, size=DAYS)
model = build_model(size=DAYS, columns=table.shape[1])
model.fit(data, epochs=1, verbose=0)
