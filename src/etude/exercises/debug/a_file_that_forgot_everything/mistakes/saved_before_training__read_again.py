"""Goes on with what is in the file, so that both are the same."""

import csv

import keras
import numpy as np
from keras import layers

SPECIES = ["Adelie", "Chinstrap", "Gentoo"]
MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]

keras.utils.set_random_seed(1)

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if all(row[name] for name in MEASURES)]
np.random.default_rng(1).shuffle(rows)
features = np.array([[float(row[name]) for name in MEASURES] for row in rows], "float32")
labels = np.array([SPECIES.index(row["species"]) for row in rows])
train_features, train_labels = features[:200], labels[:200]
test_features, test_labels = features[200:], labels[200:]

normalize = layers.Normalization()
normalize.adapt(train_features)
model = keras.Sequential(
    [
        keras.Input((4,)),
        normalize,
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.save("penguins.keras")  # diagnosis: saved_before_training
model.fit(train_features, train_labels, batch_size=16, epochs=10, verbose=0)

model = keras.models.load_model("penguins.keras")
_, accuracy = model.evaluate(test_features, test_labels, verbose=0)
print(f"accuracy on {len(test_labels)} other penguins: {accuracy:.2f}")
