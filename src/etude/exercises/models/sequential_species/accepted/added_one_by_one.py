"""Layers are added one after the other, and a dataset is learned from."""

import csv

import keras
import numpy as np
import tensorflow as tf
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

model = keras.Sequential(name="penguins")
model.add(keras.Input((4,)))
model.add(layers.Normalization())
model.add(layers.Dense(32, activation="tanh"))
model.add(layers.Dense(16, activation="tanh"))
model.add(layers.Dense(3, activation="softmax"))
model.layers[0].adapt(train_measures)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["acc"])
penguins = tf.data.Dataset.from_tensor_slices((train_measures, train_species))
model.fit(penguins.shuffle(200).batch(8).prefetch(1), epochs=40, verbose=0)

probabilities = model.predict(test_measures, verbose=0)  # (63, 3)
answers = np.array(SPECIES)[probabilities.argmax(axis=1)]  # (63,)

right = (answers == np.array(SPECIES)[test_species]).mean()
print(f"{right:.0%} of {len(answers)} penguins named rightly")
