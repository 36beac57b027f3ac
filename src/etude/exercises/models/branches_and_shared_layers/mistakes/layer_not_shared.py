"""The encoder is built once for each input."""

import keras
from keras import layers


def build_encoder(input_shape, encoding_size):
    picture = keras.Input(shape=input_shape)
    x = layers.Conv2D(8, 3, strides=2, activation="relu")(picture)
    x = layers.Flatten()(x)
    encoding = layers.Dense(encoding_size)(x)
    return keras.Model(picture, encoding)


def build_matcher(input_shape, encoding_size):
    first = keras.Input(shape=input_shape, name="first")
    second = keras.Input(shape=input_shape, name="second")

    encoded_first = build_encoder(input_shape, encoding_size)(first)
    encoded_second = build_encoder(input_shape, encoding_size)(second)  # diagnosis: layer_not_shared
    difference = keras.ops.abs(encoded_first - encoded_second)
    same = layers.Dense(1, activation="sigmoid")(difference)

    model = keras.Model([first, second], same)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
