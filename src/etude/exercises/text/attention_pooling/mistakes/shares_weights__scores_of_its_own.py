"""Gives the second network a score of its own, which nothing trains."""

import keras
from keras import layers, ops


def build(words):
    """Two networks that share their layers, both for word numbers (batch, steps).

    The first gives one probability (batch, 1), the second the weight of each word (batch, steps).
    """
    tokens = keras.Input(shape=(None,), dtype="int64")
    vectors = layers.Embedding(words, 16)(tokens)  # (batch, steps, 16)
    scores = layers.Dense(1)(vectors)[:, :, 0]  # (batch, steps): how telling each word is
    is_word = ops.not_equal(tokens, 0)  # (batch, steps)
    weights = layers.Softmax(axis=-1)(scores, mask=is_word)  # padding gets 0, the rest sums to 1
    summed = ops.sum(vectors * weights[:, :, None], axis=1)  # (batch, 16)
    outputs = layers.Dense(1, activation="sigmoid")(summed)

    model = keras.Model(tokens, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    shown = layers.Dense(1)(vectors)[:, :, 0]
    return model, keras.Model(tokens, layers.Softmax(axis=-1)(shown, mask=is_word))


if __name__ == "__main__":
    build(1000)[0].summary()
