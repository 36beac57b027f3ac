"""Fills gaps on a line between their neighbours, and looks at four weeks at a time."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

with open("data/co2/co2.csv") as file:
    co2 = np.array([float(row["co2"] or "nan") for row in csv.DictReader(file)])
known = ~np.isnan(co2)
co2 = np.interp(np.arange(len(co2)), np.flatnonzero(known), co2[known]).astype("float32")


def examples(part):
    """Pairs of 52 weeks and the 8 that follow."""
    starts = range(len(part) - 52 - 8 + 1)
    both = np.array([part[start : start + 52 + 8] for start in starts])
    return tf.data.Dataset.from_tensor_slices((both[:, :52], both[:, 52:]))


training = examples(co2[:-208]).cache().shuffle(2000).batch(64).prefetch(1)
validation = examples(co2[-208:]).batch(64)

window = keras.Input((52,))
last = layers.Flatten()(layers.Cropping1D((51, 0))(layers.Reshape((52, 1))(window)))
x = layers.Reshape((52, 1))(layers.Subtract()([window, last]))
x = layers.Conv1D(16, 4, strides=4, activation="relu")(x)  # (batch, 13, 16)
changes = layers.Dense(8)(layers.Flatten()(x))
model = keras.Model(window, layers.Add()([changes, last]))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
slower = keras.callbacks.LearningRateScheduler(lambda epoch: 0.01 * 0.7**epoch)
model.fit(training, validation_data=validation, epochs=9, callbacks=[slower], verbose=0)
model.save("air.keras")
