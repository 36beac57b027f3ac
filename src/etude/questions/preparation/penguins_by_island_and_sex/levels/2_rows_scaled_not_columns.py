"""Scales each row by its own length, which turns every number into 1."""

import csv

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)

WORDS = ["island", "sex"]
NUMBERS = ["bill_length_mm", "body_mass_g", "year"]
ASKED = "bill_depth_mm"

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
rows = [row for row in rows if row[ASKED]]  # nothing can be learned from the others
columns = {name: np.array([row[name] for row in rows], dtype=object) for name in WORDS}
columns |= {name: np.array([row[name] for row in rows], dtype="float32") for name in NUMBERS}
target = np.array([row[ASKED] for row in rows], dtype="float32")

inputs, parts = {}, []
for name in WORDS:
    inputs[name] = keras.Input((1,), name=name, dtype="string")
    known = sorted(set(columns[name]) - {""})  # a gap is encoded as what is not known
    parts.append(layers.StringLookup(vocabulary=known, output_mode="one_hot")(inputs[name]))
for name in NUMBERS:
    inputs[name] = keras.Input((1,), name=name)
    parts.append(layers.UnitNormalization()(inputs[name]))  # diagnosis: rows_scaled_not_columns
prepare = keras.Model(inputs, layers.Concatenate()(parts))  # raw rows -> (rows, features)

# What needs no training is done once, not in every epoch.
raw = {name: ops.convert_to_tensor(column.tolist()) for name, column in columns.items()}
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
network.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
network.fit(features, target, batch_size=32, epochs=25, verbose=0)

keras.Model(prepare.input, network(prepare.output)).save("bill.keras")
