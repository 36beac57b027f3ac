"""Scales the numbers, and leaves the gaps in them."""

import csv

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)

NUMBERS = ["seniority", "income", "assets", "amount", "price", "expenses", "age"]
WORDS = ["home", "records", "job"]


def read_column(rows, name):
    """float32 with NaN for gaps, or text with "" for gaps; (rows,)."""
    if name in NUMBERS:
        return np.array([row[name] or "nan" for row in rows], dtype="float32")
    return np.array([row[name] for row in rows], dtype=object)


def prepared_number(raw, column):
    """The number, scaled; (rows, 1)."""
    known = column[np.isfinite(column)]
    scale = layers.Normalization(axis=None, mean=known.mean(), variance=known.var())
    return [scale(raw)]


def prepared_word(raw, column):
    """One column of 0 and 1 per category, and one for whatever is not known; (rows, K)."""
    known = sorted(set(column) - {""})
    return [layers.StringLookup(vocabulary=known, output_mode="one_hot")(raw)]


with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
columns = {name: read_column(rows, name) for name in NUMBERS + WORDS}
labels = np.array([row["status"] == "bad" for row in rows], dtype="float32")  # (3452,)

inputs, features = {}, []
for name, column in columns.items():
    is_word = name in WORDS
    inputs[name] = keras.Input((1,), name=name, dtype="string" if is_word else "float32")
    features += (prepared_word if is_word else prepared_number)(inputs[name], column)
prepare = keras.Model(inputs, layers.Concatenate()(features))

# What needs no training is done once, not in every epoch.
x = prepare({name: ops.convert_to_tensor(column.tolist()) for name, column in columns.items()})

head = keras.Sequential(
    [
        keras.Input(x.shape[1:]),
        layers.Dense(32, activation="relu"),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),  # (rows, 1)
    ]
)
head.compile(optimizer=keras.optimizers.Adam(0.003), loss="binary_crossentropy")
head.fit(  # diagnosis: gaps_reach_the_network
    np.asarray(x), labels, batch_size=64, epochs=12, verbose=0
)

keras.Model(prepare.input, head(prepare.output)).save("applications.keras")
