"""Divides sigmoids by their sum, which is no softmax."""

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
    shares = ops.sigmoid(scores) * ops.cast(is_word, "float32")
    weights = shares / ops.sum(shares, axis=1, keepdims=True)
    summed = ops.sum(vectors * weights[:, :, None], axis=1)  # (batch, 16)
    outputs = layers.Dense(1, activation="sigmoid")(summed)

    model = keras.Model(tokens, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model, keras.Model(tokens, weights)


if __name__ == "__main__":
    build(1000)[0].summary()
