"""Tells three species of penguins apart, and exports the model for a server."""

import csv

import keras
import numpy as np
from keras import layers

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]

keras.utils.set_random_seed(1)

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if all(row[name] for name in MEASURES)]
features = np.array([[float(row[name]) for name in MEASURES] for row in rows], "float32")
labels = np.array([SPECIES.index(row["species"]) for row in rows])
mean, spread = features.mean(axis=0), features.std(axis=0)  # (4,) each


def prepare(measures):
    """Rows of millimetres and grams, (n, 4), as the network wants them."""
    return (measures - mean) / spread


model = keras.Sequential([
    keras.Input((4,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy")
model.fit(prepare(features), labels, batch_size=32, epochs=8, verbose=0)

measures = keras.Input(shape=(4,), name="measures")
whole = keras.Model(measures, model((measures - mean) / spread))
whole.export("species", verbose=False)
