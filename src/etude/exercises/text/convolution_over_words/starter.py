"""Looks for telling pairs, triples and fours of words, wherever they stand in a text."""

import keras
from keras import layers


def build(words, widths, filters, classes):
    """A compiled classifier: word numbers (batch, steps) in, one probability per class out.

    Args:
        words: how many entries the vocabulary has.
        widths: how many words each kind of filter looks at, such as [2, 3, 4].
        filters: how many filters there are of each width.
        classes: how many classes there are; labels are the integers below it.
    """
    # TODO: vectors; for each width a convolution and its maximum; all of them side by side; classes.
    return None


# TODO: the number of parameters of build(500, [2, 3, 4], 8, 5).
PARAMETERS = None


if __name__ == "__main__":
    build(500, [2, 3, 4], 8, 5).summary()
