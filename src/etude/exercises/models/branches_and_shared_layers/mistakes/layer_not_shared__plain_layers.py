"""Each input goes through layers of its own; the encodings are concatenated."""

import keras
from keras import layers


def build_matcher(input_shape, encoding_size):
    first = keras.Input(shape=input_shape, name="first")
    second = keras.Input(shape=input_shape, name="second")

    a = layers.Flatten()(first)
    a = layers.Dense(32, activation="relu")(a)
    a = layers.Dense(encoding_size, activation="relu")(a)

    b = layers.Flatten()(second)
    b = layers.Dense(32, activation="relu")(b)  # diagnosis: layer_not_shared
    b = layers.Dense(encoding_size, activation="relu")(b)

    both = layers.Concatenate()([a, b])
    same = layers.Dense(1, activation="sigmoid")(both)
    model = keras.Model([first, second], same)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
