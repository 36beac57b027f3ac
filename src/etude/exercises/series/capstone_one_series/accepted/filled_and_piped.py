"""Fills gaps on a line between their neighbours; cuts with Keras, in two parts."""

import csv

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with open("data/co2/co2.csv") as file:
    co2 = np.array([float(row["co2"] or "nan") for row in csv.DictReader(file)])
known = ~np.isnan(co2)
co2 = np.interp(np.arange(len(co2)), np.flatnonzero(known), co2[known]).astype("float32")


def examples(part, shuffle):
    # Labels (batch, 1): Keras cuts windows of a length that it does not know, so it cannot tell
    # that the sum below is one number, and would compare every forecast with every label.
    return keras.utils.timeseries_dataset_from_array(
        part[:-1], part[52:, np.newaxis], sequence_length=52, batch_size=32, shuffle=shuffle
    )


training, validation = examples(co2[:-260], shuffle=True), examples(co2[-260 - 52 :], shuffle=False)

window = keras.Input((52,), name="weeks")
steps = window[:, 1:] - window[:, :-1]  # from each week to the next
x = layers.Dense(48, activation="relu")(steps)
model = keras.Model(window, layers.Add()([window[:, 51:], layers.Dense(1)(x)]))
model.compile(optimizer="adam", loss="mse", metrics=["mae"])
slower = keras.callbacks.LearningRateScheduler(lambda epoch: 0.008 * 0.6**epoch)
model.fit(training, validation_data=validation, epochs=9, callbacks=[slower], verbose=0)
model.save("co2.keras")
