"""Convolutions in layers of their own names, pooled by operations."""

import keras
from keras import layers, ops


def build(words, widths, filters, classes):
    tokens = keras.Input((None,))
    vectors = layers.Embedding(words, 16, name="vectors")(tokens)
    maxima = [
        ops.max(layers.Conv1D(filters, w, padding="same", activation="relu")(vectors), axis=1)
        for w in widths
    ]
    x = maxima[0] if len(maxima) == 1 else ops.concatenate(maxima, axis=-1)
    model = keras.Model(tokens, layers.Softmax()(layers.Dense(classes)(x)))
    model.compile(
        keras.optimizers.Adam(1e-3),
        loss=keras.losses.SparseCategoricalCrossentropy(),
        metrics=[keras.metrics.SparseCategoricalAccuracy(name="accuracy")],
    )
    return model


PARAMETERS = build(500, [2, 3, 4], 8, 5).count_params()
