"""Bills of 0 mm instead of gaps."""

import csv

import keras
import numpy as np
from keras import layers

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]

keras.utils.set_random_seed(1)

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
np.random.default_rng(1).shuffle(rows)

features = np.array(
    [[float(row[name] or "0") for name in MEASURES] for row in rows],  # diagnosis: gaps_filled_with_zero
    "float32",
)
labels = np.array([SPECIES.index(row["species"]) for row in rows])
train_features, train_labels = features[:200], labels[:200]
test_features, test_labels = features[200:], labels[200:]

mean, deviation = np.nanmean(train_features, axis=0), np.nanstd(train_features, axis=0)
train_features = (train_features - mean) / deviation
test_features = (test_features - mean) / deviation

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(train_features, train_labels, batch_size=16, epochs=20, verbose=0)

loss, accuracy = model.evaluate(test_features, test_labels, verbose=0)
print(f"training loss {history.history['loss'][-1]:.3f}")
print(f"on {len(test_labels)} other penguins: accuracy {accuracy:.2f}")
