"""Predicts a measure of a penguin from raw columns, some of which are words."""

import csv

import keras
import numpy as np

keras.utils.set_random_seed(1)

WORDS = ["island", "sex"]
NUMBERS = ["bill_length_mm", "body_mass_g", "year"]
ASKED = "bill_depth_mm"

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
# (265,) each: text with "" for gaps, or float32 with NaN for gaps.
columns = {name: np.array([row[name] for row in rows], dtype=object) for name in WORDS}
for name in [*NUMBERS, ASKED]:
    columns[name] = np.array([row[name] or "nan" for row in rows], dtype="float32")

# TODO: train a model that takes a dict of the raw columns, and save it as "bill.keras".
