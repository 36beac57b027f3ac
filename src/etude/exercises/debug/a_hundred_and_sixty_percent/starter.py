"""Gives the probabilities of three species for a penguin, by two of its measures.

TODO: the probabilities of one penguin do not sum to 1. Find the one thing that is wrong.
"""

import csv

import keras
import numpy as np
from keras import layers

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_depth_mm", "body_mass_g"]

keras.utils.set_random_seed(1)

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if all(row[name] for name in MEASURES)]
np.random.default_rng(1).shuffle(rows)
features = np.array([[float(row[name]) for name in MEASURES] for row in rows], "float32")
labels = np.array([SPECIES.index(row["species"]) for row in rows])
train_features, train_labels = features[:200], labels[:200]  # (200, 2), (200,)
test_features, test_labels = features[200:], labels[200:]

normalize = layers.Normalization()
normalize.adapt(train_features)
model = keras.Sequential(
    [
        keras.Input((2,)),
        normalize,
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="sigmoid"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_features, train_labels, batch_size=16, epochs=10, verbose=0)

_, accuracy = model.evaluate(test_features, test_labels, verbose=0)
probabilities = model.predict(test_features, verbose=0)  # (63, 3)
sums = probabilities.sum(axis=1)
print(f"accuracy {accuracy:.2f}, sums of probabilities {sums.min():.2f} to {sums.max():.2f}")
for penguin in probabilities[:3]:
    print(", ".join(f"{name} {value:.0%}" for name, value in zip(SPECIES, penguin)))
