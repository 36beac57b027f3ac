"""Fills gaps on a line between their neighbours; cuts with Keras, in two parts."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

co2 = np.genfromtxt("data/co2/co2.csv", delimiter=",", names=True, usecols=1)["co2"]
known = ~np.isnan(co2)
co2 = np.interp(np.arange(len(co2)), np.flatnonzero(known), co2[known]).astype("float32")


def examples(part, shuffle):
    return keras.utils.timeseries_dataset_from_array(
        part[:-1], part[52:], sequence_length=52, batch_size=32, shuffle=shuffle
    )


training, validation = examples(co2[:-260], shuffle=True), examples(co2[-260 - 52 :], shuffle=False)

window = keras.Input((52,), name="weeks")
steps = window[:, 1:] - window[:, :-1]  # from each week to the next
x = layers.Dense(48, activation="relu")(steps)
x = layers.Dropout(0.1)(x)
model = keras.Model(window, layers.Add()([window[:, 51:], layers.Dense(1)(x)]))
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse", metrics=["mae"])
model.fit(training, validation_data=validation, epochs=10, verbose=0)
model.save("co2.keras")
