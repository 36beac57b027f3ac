"""From raw rows to one file that says how likely an application turns out bad."""

import csv

import keras
import numpy as np

keras.utils.set_random_seed(1)

NUMBERS = ["seniority", "income", "assets", "amount", "price", "expenses", "age"]
WORDS = ["home", "records", "job"]


def read_column(rows, name):
    """float32 with NaN for gaps, or text with "" for gaps; (rows,)."""
    if name in NUMBERS:
        return np.array([row[name] or "nan" for row in rows], dtype="float32")
    return np.array([row[name] for row in rows], dtype=object)


with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
columns = {name: read_column(rows, name) for name in NUMBERS + WORDS}
labels = np.array([row["status"] == "bad" for row in rows], dtype="float32")  # (3452,)

# TODO: train a model that takes the raw columns, and save it as "applications.keras".
