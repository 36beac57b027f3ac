"""Fills the gaps before training, and leaves those that the file will meet."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(1)

NUMBERS = ["displacement", "horsepower", "weight", "model_year"]


def mean_absolute_error(truth, predictions):
    """The error of one batch."""
    truth, predictions = ops.reshape(truth, (-1,)), ops.reshape(predictions, (-1,))
    return ops.mean(ops.abs(truth - predictions))


with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["mpg"]]
columns = {name: np.array([row[name] or "0" for row in rows], dtype="float32") for name in NUMBERS}
columns["origin"] = np.array([row["origin"] for row in rows])
target = np.array([row["mpg"] for row in rows], dtype="float32")  # (318,)

inputs, parts = {}, []
for name in NUMBERS:
    inputs[name] = keras.Input((1,), name=name)
    mean, variance = columns[name].mean(), columns[name].var()
    parts.append(layers.Normalization(axis=None, mean=mean, variance=variance)(inputs[name]))
inputs["origin"] = keras.Input((1,), name="origin", dtype="string")
places = layers.StringLookup(vocabulary=["Europe", "Japan", "USA"], output_mode="one_hot")
parts.append(places(inputs["origin"]))

x = layers.Concatenate()(parts)
x = layers.Dense(32, activation="relu")(x)
x = layers.Dense(32, activation="relu")(x)
x = layers.Dense(1)(x)
outputs = layers.Rescaling(target.std(), offset=target.mean())(x)  # back to the table's units
model = keras.Model(inputs, outputs)

data = tf.data.Dataset.from_tensor_slices((columns, target[:, np.newaxis]))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss=mean_absolute_error)
model.fit(data.shuffle(len(rows), seed=1).batch(32), epochs=20, verbose=0)
keras.Model(inputs, outputs).save("ordinary.keras")  # which loads without our loss
