"""A small table and preprocessors for it, as the tests of the checks on tables share them."""

from etude.checks.values import Table

AGES = [23.0, None, 41.0, 37.0, 58.0, 29.0, 64.0, 33.0, 47.0, 51.0, 26.0, 39.0]
PRICES = [900.0, 1200.0, 150.0, 4000.0, 2500.0, 700.0, 1900.0, 350.0, 2800.0, 1600.0, 500.0, 3100.0]
HOMES = ["rent", "owner", "owner", "", "rent", "parents", "owner", "rent", "rent", "parents"]

ROWS = Table(columns={"age": AGES, "price": PRICES, "home": [*HOMES, "owner", "owner"]})

RIGHT = """
import keras
import numpy as np
from keras import layers, ops

def build(rows):
    inputs, features = {}, []
    for name, column in rows.items():
        text = column.dtype == object
        raw = inputs[name] = keras.Input((1,), name=name, dtype="string" if text else "float32")
        features.append(of_text(raw, column) if text else of_numbers(raw, column))
    return keras.Model(inputs, layers.Concatenate()(features))

def of_numbers(raw, column):
    known = column[~np.isnan(column)]
    filled = ops.where(ops.isnan(raw), float(np.median(known)), raw)
    return (filled - float(known.mean())) / float(known.std())

def of_text(raw, column):
    look_up = layers.StringLookup(output_mode="one_hot")
    look_up.adapt(column[column != ""])
    return look_up(raw)
"""


def changed(old: str, new: str) -> str:
    """The right program with one thing done differently."""
    assert RIGHT.count(old) == 1, old
    return RIGHT.replace(old, new)
