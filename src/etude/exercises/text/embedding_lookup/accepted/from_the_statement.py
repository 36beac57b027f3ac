"""Vectors of words: their mean stands for a text, their angles for likeness."""

import keras
import numpy as np
from keras import layers


def build(words, size):
    """A network that gives the mean vector (batch, size) of the words (batch, steps) of a text."""
    return keras.Sequential(
        [
            keras.Input((None,), dtype="int32"),
            layers.Embedding(words, size, mask_zero=True),
            layers.GlobalAveragePooling1D(),
        ]
    )


def nearest(vectors, number, count):
    """The numbers of the words whose vectors point most nearly the same way, the nearest first.

    Args:
        vectors: (words, size), one row per word; rows 0 and 1 are padding and the unknown word.
        number: of the word that is asked about; it is not its own neighbour.
        count: how many neighbours are wanted.
    """
    vectors = np.asarray(vectors)
    unit = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    cosines = unit @ unit[number]
    cosines[[0, 1, number]] = -np.inf
    return np.argsort(-cosines)[:count]


if __name__ == "__main__":
    model = build(300, 8)
    print(nearest(model.layers[0].get_weights()[0], 17, 3))
