"""Puts the GRU first and the LSTM behind it, which for eight units makes as many parameters."""

import keras
from keras import layers


def build(words, units):
    """A compiled network: word numbers (batch, steps) in, one probability out.

    Args:
        words: how many entries the vocabulary has; 0 is padding.
        units: of each recurrent layer, in each direction.
    """
    tokens = keras.Input(shape=(None,), dtype="int64")
    x = layers.Embedding(words, 16, mask_zero=True)(tokens)  # (batch, steps, 16)
    first = layers.GRU(units, return_sequences=True)  # the next layer reads every step
    x = layers.Bidirectional(first)(x)  # (batch, steps, 2 * units)
    x = layers.Bidirectional(layers.LSTM(units))(x)  # (batch, 2 * units)
    outputs = layers.Dense(1, activation="sigmoid")(x)  # (batch, 1)

    model = keras.Model(tokens, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


# Vectors: 500*16. LSTM: 4 gates of (16 + 8 + 1)*8, twice. GRU: 3 gates of (16 + 8 + 2)*8, twice. 16 + 1.
PARAMETERS = 10_865


if __name__ == "__main__":
    build(500, 8).summary()
