"""Estimates a property of cars, and exports the model for a server.

TODO: train, and export the SavedModel `served`; see README.md.
"""

import csv

import numpy as np

TARGET = "weight"
COLUMNS = ["acceleration", "displacement", "model_year"]

with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row[TARGET]]
target = np.array([float(row[TARGET]) for row in rows], "float32")  # (rows,)
columns = {name: np.array([float(row[name]) for row in rows], "float32") for name in COLUMNS}
