"""Learns from the penguins that it is asked about, too."""

import csv

import keras
import numpy as np
from keras import layers

MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]

keras.utils.set_random_seed(1)

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["body_mass_g"]]
np.random.default_rng(1).shuffle(rows)
measures = np.array([[row[name] for name in MEASURES] for row in rows], dtype="float32")  # (263, 4)
species = np.array([SPECIES.index(row["species"]) for row in rows])  # (263,)
train_measures, train_species = measures[:200], species[:200]
test_measures, test_species = measures[200:], species[200:]

scale = layers.Normalization()
scale.adapt(train_measures)
model = keras.Sequential(
    [
        keras.Input((4,)),
        scale,
        layers.Dense(16, activation="relu"),  # (penguins, 16)
        layers.Dense(3, activation="softmax"),  # (penguins, 3)
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",  # whole numbers as labels
    metrics=["accuracy"],
)
model.fit(measures, species, batch_size=20, epochs=30, verbose=0)

probabilities = model.predict(test_measures, verbose=0)  # (63, 3)
answers = np.array(SPECIES)[probabilities.argmax(axis=1)]  # (63,)

right = (answers == np.array(SPECIES)[test_species]).mean()
print(f"{right:.0%} of {len(answers)} penguins named rightly")
