"""The functional API, the softmax as a layer of its own, and SGD."""

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

inputs = keras.Input((4,))
x = layers.Normalization(mean=train_measures.mean(axis=0), variance=train_measures.var(axis=0))(inputs)
x = layers.Dense(24)(x)
x = layers.LeakyReLU()(x)
outputs = layers.Softmax()(layers.Dense(len(SPECIES))(x))
model = keras.Model(inputs, outputs)
model.compile(
    optimizer=keras.optimizers.SGD(0.1, momentum=0.9),
    loss=keras.losses.SparseCategoricalCrossentropy(),
    metrics=[keras.metrics.SparseCategoricalAccuracy(name="right")],
)
model.fit(train_measures, train_species, epochs=30, validation_split=0.2, verbose=0)

answers = [SPECIES[number] for number in np.argmax(model(test_measures), axis=-1)]
print(answers)
