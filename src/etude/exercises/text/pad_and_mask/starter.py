"""Reads rows of six word numbers and says whether they begin with a late word."""

import keras
import numpy as np
from keras import layers

WORDS = 50

keras.utils.set_random_seed(1)

# Made up: 300 sentences of 2 to 9 words, as numbers from 1 to 49; 0 is no word.
rng = np.random.default_rng(0)
rows = [rng.integers(1, WORDS, size).tolist() for size in rng.integers(2, 10, 300)]
labels = np.array([int(row[0] > 25) for row in rows])


def pad(rows, length):
    """An array (rows, length) of those rows that have this length."""
    # TODO: keep all rows. Zeros behind short ones; the end of long ones is cut off.
    return np.array([row for row in rows if len(row) == length])


def build(words):
    """A compiled network: word numbers (batch, steps) in, one probability out."""
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int64"),
            # TODO: what follows must not read the zeros.
            layers.Embedding(words, 8),
            layers.GRU(8),  # (batch, 8): the state after the last word
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy")
    return model


model = build(WORDS)
of_six = np.array([len(row) == 6 for row in rows])
model.fit(pad(rows, 6), labels[of_six], epochs=3, verbose=0)
# TODO: train on all rows.
