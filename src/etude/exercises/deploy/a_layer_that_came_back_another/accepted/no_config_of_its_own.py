"""Tells three species of penguins apart, with a layer of its own that standardises."""

import csv

import keras
import numpy as np
from keras import layers

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]

keras.utils.set_random_seed(1)


@keras.saving.register_keras_serializable(package="penguins")
class Standardise(layers.Layer):
    """Values less their mean, in units of their spread."""

    def __init__(self, mean=0.0, spread=1.0, **kwargs):
        super().__init__(**kwargs)
        self.mean = mean
        self.spread = spread

    def call(self, values):  # (n, 4)
        return (values - np.float32(self.mean)) / np.float32(self.spread)


def build_model(features):
    """A network for rows like these, (n, 4)."""
    mean, spread = features.mean(axis=0).tolist(), features.std(axis=0).tolist()
    model = keras.Sequential([
        keras.Input((4,)),
        Standardise(mean=mean, spread=spread),
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
