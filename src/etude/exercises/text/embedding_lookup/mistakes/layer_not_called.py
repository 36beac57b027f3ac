"""The layer that averages is made, and not called."""

import keras
import numpy as np
from keras import layers


def build(words, size):
    """A network that gives the mean vector (batch, size) of the words (batch, steps) of a text."""
    tokens = keras.Input((None,), dtype="int64")
    vectors = layers.Embedding(words, size, mask_zero=True)(tokens)
    mean = layers.GlobalAveragePooling1D()  # diagnosis: layer_not_called
    return keras.Model(tokens, mean)


def nearest(vectors, number, count):
    """The numbers of the words whose vectors point most nearly the same way, the nearest first.

    Args:
        vectors: (words, size), one row per word; rows 0 and 1 are padding and the unknown word.
        number: of the word that is asked about; it is not its own neighbour.
        count: how many neighbours are wanted.
    """
    vectors = np.asarray(vectors)
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)  # (words, size), length 1
    cosines = units @ units[number]  # (words,)
    cosines[[0, 1, number]] = -np.inf
    return np.argsort(-cosines)[:count]


if __name__ == "__main__":
    model = build(300, 8)
    print(nearest(model.layers[0].get_weights()[0], 17, 3))
