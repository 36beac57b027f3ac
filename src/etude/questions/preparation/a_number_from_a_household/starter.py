"""Predicts a number about a household from raw words and numbers."""

import csv

import keras
import numpy as np

keras.utils.set_random_seed(1)

WORDS = ["home", "marital", "job"]
NUMBERS = ["income", "assets", "age"]

with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
# (3452,) each: text with "" for gaps, or float32 with NaN for gaps.
columns = {name: np.array([row[name] for row in rows], dtype=object) for name in WORDS}
for name in [*NUMBERS, "expenses"]:
    columns[name] = np.array([row[name] or "nan" for row in rows], dtype="float32")

# TODO: train a model that takes a dict of the raw columns, and save it as "household.keras".
