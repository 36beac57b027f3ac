"""Predicts a number about a car from five others."""

import csv

import keras
import numpy as np

keras.utils.set_random_seed(1)

COLUMNS = ["cylinders", "displacement", "weight", "acceleration", "model_year"]


def read_column(rows, name):
    """One column of numbers, float32, with NaN for gaps."""
    return np.array([row[name] or "nan" for row in rows], dtype="float32")


with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
features = np.stack([read_column(rows, name) for name in COLUMNS], axis=1)  # (318, 5)
target = read_column(rows, "mpg")  # (318,)

# TODO: train a network that takes rows of features as they are, and save it as "mileage.keras".
