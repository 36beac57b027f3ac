"""Predicts a measure of a penguin from three others, each an input of its own."""

import csv

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

GIVEN = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"]
ASKED = "body_mass_g"

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
rows = [row for row in rows if all(row[name] for name in [*GIVEN, ASKED])]  # without gaps
columns = {name: np.array([row[name] for row in rows], dtype="float32") for name in GIVEN}
target = np.array([row[ASKED] for row in rows], dtype="float32")
middle, spread = float(target.mean()), float(target.std())

inputs = {name: keras.Input((1,), name=name) for name in GIVEN}
scaled = [
    layers.Normalization(axis=None, mean=columns[name].mean(), variance=columns[name].var())(raw)
    for name, raw in inputs.items()
]
x = layers.Concatenate()(scaled)  # (batch, 3)
x = layers.Dense(32, activation="relu")(x)
x = layers.Dense(32, activation="relu")(x)
scaled_output = layers.Dense(1)(x)
outputs = layers.Rescaling(spread, offset=middle)(scaled_output)  # back to the table's units

model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(columns, target, batch_size=32, epochs=45, verbose=0)
model.save("penguin.keras")
