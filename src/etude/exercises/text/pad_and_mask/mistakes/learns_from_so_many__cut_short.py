"""Cuts the rows to three words before it learns."""

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
    """An array (rows, length): zeros behind short rows, the end of long ones cut off."""
    padded = np.zeros((len(rows), length), dtype="int64")
    for place, row in enumerate(rows):
        kept = row[:length]
        padded[place, : len(kept)] = kept
    return padded


def build(words):
    """A compiled network: word numbers (batch, steps) in, one probability out."""
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int64"),
            layers.Embedding(words, 8, mask_zero=True),  # 0 is padding: no layer below reads it
            layers.GRU(8),  # (batch, 8): the state after the last word
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy")
    return model


model = build(WORDS)
model.fit(pad(rows, 3), labels, epochs=3, verbose=0)
