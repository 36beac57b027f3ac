"""Vectors of words: their mean stands for a text, their angles for likeness."""

import keras
import numpy as np
from keras import layers


def build(words, size):
    """A network that gives the mean vector (batch, size) of the words (batch, steps) of a text."""
    # TODO: one vector per word, then their mean.
    return None


def nearest(vectors, number, count):
    """The numbers of the words whose vectors point most nearly the same way, the nearest first.

    Args:
        vectors: (words, size), one row per word; rows 0 and 1 are padding and the unknown word.
        number: of the word that is asked about; it is not its own neighbour.
        count: how many neighbours are wanted.
    """
    # TODO: cosines between this word's vector and all others; the largest first.
    return []


if __name__ == "__main__":
    model = build(300, 8)
    print(nearest(model.layers[0].get_weights()[0], 17, 3))
