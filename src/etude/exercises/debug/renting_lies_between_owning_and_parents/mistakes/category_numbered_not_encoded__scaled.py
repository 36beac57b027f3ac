"""Brings the numbers to between 0 and 1."""

import csv

import keras
import numpy as np
from keras import layers, ops

COLUMNS = ["home", "marital", "records", "job"]


def build_preprocessor(rows):
    """Learns from training rows and returns a model: dict of text columns -> (rows, features)."""
    inputs = {name: keras.Input((1,), name=name, dtype="string") for name in rows}
    features = [as_numbers(inputs[name], column) for name, column in rows.items()]
    return keras.Model(inputs, layers.Concatenate()(features))


def as_numbers(raw, column):
    """Text (rows, 1) as numbers that a network can learn from."""
    look_up = layers.StringLookup()  # diagnosis: category_numbered_not_encoded
    look_up.adapt(column[column != ""])
    return ops.cast(look_up(raw), "float32") / look_up.vocabulary_size()


def read_rows(path):
    """A dict of text columns, each (rows,) with "" for a gap."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([row[name] for row in rows], dtype=object) for name in COLUMNS}


if __name__ == "__main__":
    rows = read_rows("data/credit/credit.csv")
    preprocessor = build_preprocessor(rows)
    for home in ("owner", "rent", "parents", "other"):
        row = {name: ops.convert_to_tensor([column[0]]) for name, column in rows.items()}
        row["home"] = ops.convert_to_tensor([home])
        print(f"{home:8}", ops.convert_to_numpy(preprocessor(row))[0])
