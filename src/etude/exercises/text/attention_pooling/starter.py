"""Adds the words of a text up, each as much as the others."""

import keras
from keras import layers


def build(words):
    """A network for word numbers (batch, steps) that gives one probability (batch, 1)."""
    tokens = keras.Input(shape=(None,), dtype="int64")
    vectors = layers.Embedding(words, 16, mask_zero=True)(tokens)  # (batch, steps, 16)
    # TODO: learn how much each word counts, instead of the plain average.
    average = layers.GlobalAveragePooling1D()(vectors)  # (batch, 16), padding left out
    outputs = layers.Dense(1, activation="sigmoid")(average)

    model = keras.Model(tokens, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model, None  # TODO: the second network, which gives the weights


if __name__ == "__main__":
    build(1000)[0].summary()
