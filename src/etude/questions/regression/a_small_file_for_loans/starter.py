"""Predicts a number about an application for a loan from five others."""

import keras
import numpy as np

keras.utils.set_random_seed(1)

COLUMNS = ["amount", "time", "seniority", "age", "expenses"]

table = np.genfromtxt(
    "data/credit/credit.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"
)
features = np.stack([table[name] for name in COLUMNS], axis=1).astype("float32")  # (3452, 5)
target = table["price"].astype("float32")  # (3452,)

# TODO: train a network that takes rows of features as they are, and save it as "price.keras".
