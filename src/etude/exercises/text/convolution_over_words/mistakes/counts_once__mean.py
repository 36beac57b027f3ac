"""Keeps the mean over all steps in the place of the maximum."""

import keras
from keras import layers


def build(words, widths, filters, classes):
    """A compiled classifier: word numbers (batch, steps) in, one probability per class out.

    Args:
        words: how many entries the vocabulary has.
        widths: how many words each kind of filter looks at, such as [2, 3, 4].
        filters: how many filters there are of each width.
        classes: how many classes there are; labels are the integers below it.
    """
    tokens = keras.Input(shape=(None,), dtype="int64")
    vectors = layers.Embedding(words, 16)(tokens)  # (batch, steps, 16)
    found = []
    for width in widths:
        x = layers.Conv1D(filters, width, padding="same", activation="relu")(vectors)
        found.append(layers.GlobalAveragePooling1D()(x))  # (batch, filters)
    x = layers.Concatenate()(found)  # (batch, filters * len(widths))
    outputs = layers.Dense(classes, activation="softmax")(x)  # (batch, classes)

    model = keras.Model(tokens, outputs)
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    return model


# Vectors: 500*16; filters: 16*(2 + 3 + 4)*8 + 3*8; last layer: 24*5 + 5.
PARAMETERS = 9_301


if __name__ == "__main__":
    build(500, [2, 3, 4], 8, 5).summary()
