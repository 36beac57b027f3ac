"""A convolutional network for pictures of any size and any number of classes."""

import keras
from keras import layers


def build_cnn_model(input_shape, num_classes):
    """A compiled classifier.

    Args:
        input_shape: height, width and channels of one picture.
        num_classes: how many classes there are; labels are the integers below it.
    """
    inputs = keras.Input(shape=input_shape)
    # TODO: two convolutions with pooling, then two dense layers; see the table in README.md.
    # TODO: keras.Model, compile, return.


# TODO: the number of parameters of build_cnn_model((28, 28, 1), 10).
PARAMETERS = None


if __name__ == "__main__":
    build_cnn_model((28, 28, 1), 10).summary()
