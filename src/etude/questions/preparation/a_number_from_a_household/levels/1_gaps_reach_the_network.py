"""Leaves the gaps out of the statistics, and in the numbers."""

import csv

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)

WORDS = ["home", "marital", "job"]
NUMBERS = ["income", "assets", "age"]

with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
words = {name: [row[name] for row in rows] for name in WORDS}
table = np.array([[row[name] or "nan" for name in NUMBERS] for row in rows], dtype="float32")
target = np.array([row["expenses"] for row in rows], dtype="float32")  # (3452,)

inputs = {name: keras.Input((), name=name, dtype="string") for name in WORDS}
inputs |= {name: keras.Input((), name=name, dtype="float32") for name in NUMBERS}

encoded = []
for name in WORDS:
    known = sorted(set(words[name]) - {""})  # a gap is encoded as what is not known
    encoded.append(layers.StringLookup(vocabulary=known, output_mode="one_hot")(inputs[name]))
numbers = ops.stack([inputs[name] for name in NUMBERS], axis=1)  # (batch, numbers)
mean, variance = np.nanmean(table, axis=0), np.nanvar(table, axis=0)
encoded.append(layers.Normalization(mean=mean, variance=variance)(numbers))
prepare = keras.Model(inputs, layers.Concatenate()(encoded))  # raw rows -> (rows, features)

# What needs no training is done once, not in every epoch.
raw = {name: ops.convert_to_tensor(column) for name, column in words.items()}
raw |= {name: ops.convert_to_tensor(table[:, place]) for place, name in enumerate(NUMBERS)}
features = np.asarray(prepare(raw))

network = keras.Sequential(
    [
        keras.Input(features.shape[1:]),
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1),
        layers.Rescaling(target.std(), offset=target.mean()),  # back to the table's units
    ]
)
network.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
network.fit(  # diagnosis: gaps_reach_the_network
    features, target, batch_size=64, epochs=8, verbose=0
)

keras.Model(prepare.input, network(prepare.output)).save("household.keras")
