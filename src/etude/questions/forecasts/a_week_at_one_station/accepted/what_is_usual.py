"""Learns by how much the next days differ from the median of the same days of four weeks."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

STEPS = 7

keras.utils.set_random_seed(1)

with open("data/ridership/ridership.csv") as file:
    days = np.array([row["monroe"] for row in csv.DictReader(file)], "float32")
learned, watched = days[:-300], days[-300:]
mean, deviation = float(learned.mean()), float(learned.std())


def pairs(part):
    starts = np.arange(len(part) - 28 - STEPS + 1)[:, np.newaxis]
    both = tf.data.Dataset.from_tensor_slices(part[starts + np.arange(28 + STEPS)])
    return both.map(lambda row: (row[:28], row[28:])).cache().shuffle(3000).batch(64).prefetch(1)


window = keras.Input((28,))
weeks = layers.Reshape((4, 7))(window)  # the first day of each is the first to be forecast
usual = keras.ops.median(weeks, axis=1)[:, :STEPS]  # one holiday does not matter
x = layers.Rescaling(1 / float(learned.std()), offset=float(-learned.mean() / learned.std()))(
    window
)
x = layers.Dense(48, activation="relu")(x)
change = layers.Dense(STEPS)(x)
model = keras.Model(window, layers.Add()([usual, change]))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
slower = keras.callbacks.LearningRateScheduler(lambda epoch: 0.01 * 0.75**epoch)
model.fit(pairs(learned), validation_data=pairs(watched), epochs=9, callbacks=[slower], verbose=0)
model.save("station.keras")
