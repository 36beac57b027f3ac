"""A model that turns raw rows of a table into features."""

import csv

import keras
import numpy as np
from keras import layers, ops


def build_preprocessor(rows):
    """Learns from training rows and returns a model: dict of raw columns -> (rows, features)."""
    # TODO: an Input per column, what fills, scales or encodes it, and one matrix at the end.
    inputs, features = {}, []
    for name, column in rows.items():
        is_text = column.dtype == object
        ...
    return None


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


if __name__ == "__main__":
    rows = read_rows("data/credit/credit.csv")
    del rows["status"]  # what a network would learn to predict
    preprocessor = build_preprocessor({name: column[:3000] for name, column in rows.items()})
    later_rows = {name: ops.convert_to_tensor(column[3000:].tolist()) for name, column in rows.items()}
    print(preprocessor(later_rows))
