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
    """An array (rows, length): short rows get zeros behind, long rows are cut."""
    return keras.utils.pad_sequences(rows, maxlen=length, padding="post", truncating="post")


def build(words):
    """A compiled network: word numbers (batch, steps) in, one probability out."""
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int64"),
            layers.Embedding(words, 8, mask_zero=True),
            layers.GRU(8),  # (batch, 8): the state after the last word
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy")
    return model


model = build(WORDS)
model.fit(pad(rows, 9), labels, epochs=3, verbose=0)
