"""Tells three species of penguins apart, with a layer of Keras that standardises."""

import csv

import keras
import numpy as np
from keras import layers

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]

keras.utils.set_random_seed(1)


def build_model(features):
    """A network for rows like these, (n, 4)."""
    normalize = layers.Normalization()
    normalize.adapt(features)
    model = keras.Sequential([
        keras.Input((4,)),
        normalize,
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if all(row[name] for name in MEASURES)]
np.random.default_rng(1).shuffle(rows)
features = np.array([[float(row[name]) for name in MEASURES] for row in rows], "float32")
labels = np.array([SPECIES.index(row["species"]) for row in rows])

model = build_model(features[:200])
model.fit(features[:200], labels[:200], batch_size=16, epochs=10, verbose=0)
model.save("penguins.keras")

loaded = keras.models.load_model("penguins.keras")
for name, one in (("in memory", model), ("loaded", loaded)):
    _, accuracy = one.evaluate(features[200:], labels[200:], verbose=0)
    print(f"{name}: accuracy {accuracy:.2f}")
