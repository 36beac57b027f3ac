"""One unit for each answer, with softmax and a loss for class numbers."""

import csv

import keras
import numpy as np
from keras import layers

MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]

keras.utils.set_random_seed(1)

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["sex"] and row["body_mass_g"]]
np.random.default_rng(1).shuffle(rows)

species = np.array([row["species"] for row in rows])
measures = np.array([[float(row[name]) for name in MEASURES] for row in rows])
one_hot = species[:, np.newaxis] == np.unique(species)  # (penguins, 3)
features = np.concatenate([measures, one_hot], axis=1).astype("float32")  # (penguins, 7)
is_male = np.array([row["sex"] == "male" for row in rows], dtype="float32")  # (penguins,)
train_features, train_male = features[:180], is_male[:180]
test_features, test_male = features[180:], is_male[180:]

scale = layers.Normalization()
scale.adapt(train_features)
model = keras.Sequential(
    [
        keras.Input((7,)),
        scale,
        layers.Dense(16, activation="relu"),
        layers.Dense(2, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
model.fit(train_features, train_male, batch_size=16, epochs=30, verbose=0)

loss, accuracy = model.evaluate(test_features, test_male, verbose=0)
probabilities = model.predict(test_features, verbose=0)
print(f"on {len(test_male)} other penguins: loss {loss:.2f}, accuracy {accuracy:.2f}")
print(f"called male: {probabilities.argmax(axis=1).sum()} of {len(test_male)}")
