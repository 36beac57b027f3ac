"""Two recurrent layers, each of which reads a text from both ends."""

import keras
from keras import layers


def build(words, units):
    """A compiled network: word numbers (batch, steps) in, one probability out.

    Args:
        words: how many entries the vocabulary has; 0 is padding.
        units: of each recurrent layer, in each direction.
    """
    # TODO: the layers of the table in README.md, then compile.
    return None


# TODO: the number of parameters of build(500, 8).
PARAMETERS = None


if __name__ == "__main__":
    build(500, 8).summary()
