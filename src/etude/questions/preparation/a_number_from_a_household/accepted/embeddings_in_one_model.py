"""One model from raw columns to the number, trained on a dataset of raw rows."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(1)

words = ["home", "marital", "job"]
numbers = ["income", "assets", "age"]

with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
raw = {name: np.array([row[name] for row in rows]) for name in words}
raw |= {name: np.array([row[name] or "nan" for row in rows], dtype="float32") for name in numbers}
target = np.array([row["expenses"] for row in rows], dtype="float32")
middle, spread = float(np.median(target)), float(target.std())

inputs, parts = {}, []
for name in words:
    inputs[name] = keras.Input((1,), name=name, dtype="string")
    look_up = layers.StringLookup()
    look_up.adapt(raw[name])
    embedded = layers.Embedding(look_up.vocabulary_size(), 4)(look_up(inputs[name]))
    parts.append(layers.Flatten()(embedded))
for name in numbers:
    inputs[name] = keras.Input((1,), name=name)
    known = raw[name][np.isfinite(raw[name])]
    scaled = (inputs[name] - float(known.mean())) / float(known.std())
    gap = ops.isnan(inputs[name])
    parts += [ops.where(gap, 0.0, ops.clip(scaled, -3, 3)), ops.cast(gap, "float32")]

x = layers.Dense(48, activation="relu")(layers.Concatenate()(parts))
x = layers.Dense(24, activation="relu")(x)
learner = keras.Model(inputs, layers.Dense(1)(x))
learner.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
data = tf.data.Dataset.from_tensor_slices((raw, (target - middle) / spread))
learner.fit(data.shuffle(len(target)).batch(64).prefetch(tf.data.AUTOTUNE), epochs=8, verbose=0)

keras.Model(inputs, learner.output * spread + middle).save("household.keras")
