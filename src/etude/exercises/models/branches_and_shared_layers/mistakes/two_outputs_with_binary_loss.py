"""One probability for each answer, with the loss for one."""

import keras
from keras import layers


def build_encoder(input_shape, encoding_size):
    picture = keras.Input(shape=input_shape)
    x = layers.Conv2D(8, 3, strides=2, activation="relu")(picture)
    x = layers.Flatten()(x)
    encoding = layers.Dense(encoding_size)(x)
    return keras.Model(picture, encoding, name="encoder")


def build_matcher(input_shape, encoding_size):
    first = keras.Input(shape=input_shape, name="first")
    second = keras.Input(shape=input_shape, name="second")

    encoder = build_encoder(input_shape, encoding_size)
    difference = keras.ops.abs(encoder(first) - encoder(second))
    same = layers.Dense(2, activation="softmax")(difference)  # diagnosis: two_outputs_with_binary_loss

    model = keras.Model([first, second], same)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
