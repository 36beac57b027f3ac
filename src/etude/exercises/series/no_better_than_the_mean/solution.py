"""Forecasts the sunspots of the next year; the examples come in another order in every epoch."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

YEARS = 11
BATCH = 16

keras.utils.set_random_seed(1)


def examples_of(series):
    """Batches of windows (batch, YEARS) and of the value that follows each (batch,), well mixed."""
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(YEARS + 1, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(YEARS + 1))
    data = data.map(lambda values: (values[:-1], values[-1]))
    data = data.shuffle(len(series))  # whole windows, each with its label
    return data.batch(BATCH)


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100
training_data = examples_of(hundreds[:190])
test_data = examples_of(hundreds[190:])

model = keras.Sequential([keras.Input((YEARS,)), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
model.fit(training_data, epochs=8, verbose=0)

_, error = model.evaluate(test_data, verbose=0)
print(f"mean absolute error: {100 * error:.1f} sunspots")
