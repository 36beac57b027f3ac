"""A network that says whether two pictures show the same thing."""

import keras
from keras import layers


def build_encoder(input_shape, encoding_size):
    """Makes `encoding_size` numbers of one picture."""
    picture = keras.Input(shape=input_shape)  # (batch, 28, 28, 1) for input_shape (28, 28, 1)
    x = layers.Conv2D(8, 3, strides=2, activation="relu")(picture)  # (batch, 13, 13, 8)
    x = layers.Flatten()(x)  # (batch, 1352)
    encoding = layers.Dense(encoding_size)(x)  # (batch, encoding_size)
    return keras.Model(picture, encoding, name="encoder")


def build_matcher(input_shape, encoding_size):
    """A compiled model of two pictures.

    Args:
        input_shape: height, width and channels of one picture.
        encoding_size: how many numbers the encoder makes of a picture.
    """
    first = keras.Input(shape=input_shape, name="first")
    second = keras.Input(shape=input_shape, name="second")

    encoder = build_encoder(input_shape, encoding_size)  # made once, called twice
    difference = keras.ops.abs(encoder(first) - encoder(second))  # (batch, encoding_size)
    same = layers.Dense(1, activation="sigmoid")(difference)  # (batch, 1)

    model = keras.Model([first, second], same)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


if __name__ == "__main__":
    build_matcher((28, 28, 1), 16).summary()
