"""Layers in a loop, and normalisation before the last one."""

import keras
from keras import layers


def both_ways(kind, units, last):
    return layers.Bidirectional(kind(units, return_sequences=not last))


def build(words, units):
    tokens = keras.Input(shape=(None,), dtype="int32", name="tokens")
    x = layers.Embedding(words, 16, mask_zero=True)(tokens)
    for kind, last in ((layers.LSTM, False), (layers.GRU, True)):
        x = both_ways(kind, units, last)(x)
    x = layers.LayerNormalization()(x)
    model = keras.Model(tokens, layers.Dense(1, "sigmoid")(x))
    model.compile("adam", "binary_crossentropy", metrics=["acc"])
    return model


PARAMETERS = 10_897
