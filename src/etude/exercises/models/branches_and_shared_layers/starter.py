"""A network that says whether two pictures show the same thing."""

import keras
from keras import layers


def build_matcher(input_shape, encoding_size):
    """A compiled model of two pictures.

    Args:
        input_shape: height, width and channels of one picture.
        encoding_size: how many numbers the encoder makes of a picture.
    """
    first = keras.Input(shape=input_shape, name="first")
    second = keras.Input(shape=input_shape, name="second")
    # TODO: one encoder for both inputs.
    # TODO: bring the two encodings together, and give one probability.
    # TODO: keras.Model, compile, return.


if __name__ == "__main__":
    build_matcher((28, 28, 1), 16).summary()
