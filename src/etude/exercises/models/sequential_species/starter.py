"""Tells three species of penguins by their measures."""

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

# TODO: stack, compile and train a model; name the most likely species of each test penguin.
model = None
answers = None

print(answers)
