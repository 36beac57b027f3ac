"""Gaps go straight into adapt and into the layer."""

import csv

import keras
import numpy as np
from keras import layers, ops


def build_preprocessor(rows):
    """Learns from training rows and returns a model: dict of raw columns -> (rows, features)."""
    inputs, features = {}, []
    for name, column in rows.items():
        is_text = column.dtype == object
        inputs[name] = keras.Input((1,), name=name, dtype="string" if is_text else "float32")
        prepare = one_hot if is_text else filled_and_scaled
        features.append(prepare(inputs[name], column))
    return keras.Model(inputs, layers.Concatenate()(features))


def filled_and_scaled(raw, column):
    """A gap becomes the median; then mean 0 and standard deviation 1."""
    scale = layers.Normalization()
    scale.adapt(column[:, np.newaxis])  # diagnosis: gaps_reach_the_network
    return scale(raw)  # (rows, 1)


def one_hot(raw, column):
    """One column per category, and a first one for whatever was never seen, a gap included."""
    look_up = layers.StringLookup(output_mode="one_hot")
    look_up.adapt(column[column != ""])
    return look_up(raw)  # (rows, 1 + categories)


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

