"""The probability is what is left of 1 as the encodings lie apart: nothing comes after the meeting."""

import keras
from keras import layers, ops


def build_matcher(input_shape, encoding_size):
    first, second = (keras.Input(input_shape, name=name) for name in ("first", "second"))
    encoder = keras.Sequential([layers.Flatten(), layers.Dense(encoding_size)])
    apart = ops.square(encoder(first) - encoder(second))  # (batch, encoding_size)
    same = ops.exp(-ops.sum(apart, axis=-1, keepdims=True))  # (batch, 1)
    model = keras.Model([first, second], same)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model
