"""Predicts a measure of a penguin from three others."""

import csv

import keras
import numpy as np

keras.utils.set_random_seed(1)

GIVEN = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"]
ASKED = "body_mass_g"

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
# Each column is float32 of shape (265,), with NaN for gaps.
columns = {
    name: np.array([row[name] or "nan" for row in rows], dtype="float32")
    for name in [*GIVEN, ASKED]
}

# TODO: train a model that takes a dict of the given columns, and save it as "penguin.keras".
