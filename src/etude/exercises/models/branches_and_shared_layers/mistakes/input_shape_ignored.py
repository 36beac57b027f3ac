"""The pictures' size is written down instead of taken from the argument."""

import keras
from keras import layers


def build_encoder(input_shape, encoding_size):
    picture = keras.Input(shape=(28, 28, 1))
    x = layers.Conv2D(8, 3, strides=2, activation="relu")(picture)
    x = layers.Flatten()(x)
    encoding = layers.Dense(encoding_size)(x)
    return keras.Model(picture, encoding, name="encoder")


def build_matcher(input_shape, encoding_size):
    first = keras.Input(shape=(28, 28, 1), name="first")  # diagnosis: input_shape_ignored
    second = keras.Input(shape=(28, 28, 1), name="second")

    encoder = build_encoder(input_shape, encoding_size)
    difference = keras.ops.abs(encoder(first) - encoder(second))
    same = layers.Dense(1, activation="sigmoid")(difference)

    model = keras.Model([first, second], same)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
