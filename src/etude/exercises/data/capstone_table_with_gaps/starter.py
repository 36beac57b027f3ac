"""From raw rows of a table to one model file that says how likely an application turns out bad."""

import csv

import keras
import numpy as np

keras.utils.set_random_seed(1)


def read_rows(path):
    """A dict of columns: float32 with NaN for gaps, or text with "" for gaps."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: as_column([row[name] for row in rows]) for name in rows[0]}


def as_column(cells):
    try:
        return np.array([cell or "nan" for cell in cells], dtype="float32")
    except ValueError:
        return np.array(cells, dtype=object)


rows = read_rows("data/credit/credit.csv")
bad = (rows.pop("status") == "bad").astype("float32")  # (3452,)

# TODO: hold some rows back; prepare the columns inside the model; train; save the model as "credit.keras".
