"""Keras pads, and a bidirectional LSTM reads."""

import keras
import numpy as np

rng = np.random.default_rng(0)
rows = [rng.integers(1, 50, size).tolist() for size in rng.integers(2, 10, 300)]
labels = np.array([int(row[0] > 25) for row in rows])


def pad(rows, length):
    return keras.utils.pad_sequences(rows, maxlen=length, padding="post", truncating="post")


def build(words):
    tokens = keras.Input(shape=(None,))
    x = keras.layers.Embedding(words, 8, mask_zero=True)(tokens)
    x = keras.layers.Dropout(0.1)(x)
    x = keras.layers.Bidirectional(keras.layers.LSTM(6))(x)
    model = keras.Model(tokens, keras.layers.Dense(1, activation="sigmoid")(x))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    return model


model = build(50)
model.fit(pad(rows, 9), labels, epochs=2, verbose=0)
