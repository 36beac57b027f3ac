"""The whole model learns from a dataset of raw rows; gaps become the mean, words are embedded."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(1)

numbers = ["seniority", "income", "assets", "amount", "price", "expenses", "age"]
words = ["home", "records", "job"]

with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
table = np.array([[row[name] or "nan" for name in numbers] for row in rows], dtype="float32")
raw = {name: table[:, place] for place, name in enumerate(numbers)}
raw |= {name: [row[name] for row in rows] for name in words}
labels = np.array([row["status"] == "bad" for row in rows], dtype="float32")

mean, deviation = np.nanmean(table, axis=0), np.nanstd(table, axis=0)
inputs = {name: keras.Input((), name=name, dtype="float32") for name in numbers}
inputs |= {name: keras.Input((), name=name, dtype="string") for name in words}

stacked = ops.stack([inputs[name] for name in numbers], axis=1)  # (batch, numbers)
scaled = (ops.where(ops.isnan(stacked), mean, stacked) - mean) / deviation
parts = [ops.clip(scaled, -4, 4)]
for name in words:
    known = sorted(set(raw[name]) - {""})
    number = layers.StringLookup(vocabulary=known)(inputs[name])  # 0: whatever is not known
    parts.append(layers.Embedding(len(known) + 1, 4)(number))
x = layers.Dense(32, activation="relu")(layers.Concatenate()(parts))
x = layers.Dropout(0.2)(x)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(optimizer=keras.optimizers.Adam(0.005), loss="binary_crossentropy")

data = tf.data.Dataset.from_tensor_slices((raw, labels))
data = data.shuffle(len(labels)).batch(64).prefetch(tf.data.AUTOTUNE)
model.fit(data, epochs=12, verbose=0)
model.save("applications.keras")
