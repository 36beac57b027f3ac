"""A small Sequential model for each width, with dropout before the last layer."""

import keras
from keras import layers


def finder(width, filters):
    return keras.Sequential(
        [
            layers.Conv1D(filters, width, padding="same"),
            layers.ReLU(),
            layers.GlobalMaxPool1D(),
        ],
        name=f"width_{width}",
    )


def build(words, widths, filters, classes):
    tokens = keras.Input(shape=(None,), dtype="int32")
    vectors = layers.Dropout(0.2)(layers.Embedding(words, 16)(tokens))
    found = [finder(width, filters)(vectors) for width in widths]
    x = found[0]
    if len(found) > 1:
        x = layers.concatenate(found)
    x = layers.Dropout(0.5)(x)
    model = keras.Model(tokens, layers.Dense(classes, "softmax")(x))
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


PARAMETERS = 9301
