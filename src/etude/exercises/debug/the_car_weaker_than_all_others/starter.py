"""Turns a table of cars into numbers for a network: gaps filled, every column scaled.

TODO: cars of unknown horsepower become the weakest of all. Find the one thing that is wrong.
"""

import csv

import keras
import numpy as np
from keras import layers, ops

COLUMNS = ["cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year"]


def build_preprocessor(rows):
    """Learns from training rows and returns a model: dict of raw columns -> (rows, columns)."""
    inputs = {name: keras.Input((1,), name=name) for name in rows}
    features = [filled_and_scaled(inputs[name], column) for name, column in rows.items()]
    return keras.Model(inputs, layers.Concatenate()(features))


def filled_and_scaled(raw, column):
    """No gaps, mean 0 and standard deviation 1: (rows, 1) -> (rows, 1)."""
    scale = layers.Normalization()
    scale.adapt(np.nan_to_num(column)[:, np.newaxis])
    return scale(ops.nan_to_num(raw))


def read_rows(path):
    """A dict of columns, each (rows,) float32 with NaN for a gap."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([row[name] or "nan" for row in rows], "float32") for name in COLUMNS}


if __name__ == "__main__":
    rows = read_rows("data/auto_mpg/auto_mpg.csv")
    preprocessor = build_preprocessor(rows)
    tensors = {name: ops.convert_to_tensor(column) for name, column in rows.items()}
    horsepower = ops.convert_to_numpy(preprocessor(tensors))[:, COLUMNS.index("horsepower")]
    unknown = np.isnan(rows["horsepower"])
    print(f"known   {horsepower[~unknown].min():6.2f} to {horsepower[~unknown].max():.2f}")
    print(f"unknown {horsepower[unknown].min():6.2f} to {horsepower[unknown].max():.2f}")
