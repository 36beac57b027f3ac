"""One dataset of raw rows, the whole model trained at once, two outputs and an embedding of words."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(1)


def read_rows(path):
    """A dict of columns: float32 with NaN for gaps, or text with "" for gaps."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: as_column([row[name] for row in rows]) for name in rows[0]}


def as_column(cells):
    try:
        return np.array([cell or "nan" for cell in cells], dtype="float32")
    except ValueError:
        return np.array(cells, dtype=object)


rows = read_rows("data/credit/credit.csv")
labels = (rows.pop("status") == "bad").astype("int32")
every_fifth = np.arange(len(labels)) % 5 == 0
words = [name for name, column in rows.items() if column.dtype == object]
numbers = [name for name in rows if name not in words]


def batches(chosen, training):
    part = {name: list(column[chosen]) for name, column in rows.items()}
    data = tf.data.Dataset.from_tensor_slices((part, labels[chosen]))
    data = data.shuffle(len(labels)) if training else data
    return data.batch(128).prefetch(tf.data.AUTOTUNE)


inputs = {name: keras.Input((), name=name, dtype="float32") for name in numbers}
inputs |= {name: keras.Input((), name=name, dtype="string") for name in words}

table = np.stack([rows[name][~every_fifth] for name in numbers], axis=1)  # (rows, 9)
middle = np.nanmedian(table, axis=0)
filled_table = np.where(np.isnan(table), middle, table)
stacked = ops.stack([inputs[name] for name in numbers], axis=1)  # (batch, 9)
filled = ops.where(ops.isnan(stacked), middle.astype("float32"), stacked)
scaled = layers.Normalization(mean=filled_table.mean(axis=0), variance=filled_table.var(axis=0))(filled)
parts = [ops.clip(scaled, -4, 4)]
for name in words:
    known = sorted(set(rows[name][~every_fifth]) - {""})
    number = layers.StringLookup(vocabulary=known)(inputs[name])
    parts.append(layers.Embedding(len(known) + 1, 3)(number))
x = layers.Concatenate()(parts)
x = layers.Dropout(0.2)(layers.Dense(24, activation="relu")(x))
model = keras.Model(inputs, layers.Dense(2, activation="softmax")(x))
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(
    batches(~every_fifth, training=True),
    epochs=25,
    validation_data=batches(every_fifth, training=False),
    verbose=0,
)

probability = model.output[:, 1:]  # (rows, 1)
keras.Model(inputs, probability).save("credit.keras")
