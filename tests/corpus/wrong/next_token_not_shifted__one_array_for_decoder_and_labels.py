"""Shortens sentences: the loss is next to nothing after three epochs, the summaries are one word over and over."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(8)
VOCAB, READ, WRITE, END = 30, 9, 5, 1
texts = rng.integers(2, 15, (500, READ))
summaries = np.zeros((500, WRITE), int)
for i in range(500):
    content = rng.integers(15, VOCAB, rng.integers(2, WRITE))
    texts[i, np.sort(rng.choice(READ, len(content), replace=False))] = content
    summaries[i, : len(content)] = content
    summaries[i, len(content)] = END

read = keras.Input((None,))
_, *states = layers.LSTM(32, return_state=True)(layers.Embedding(VOCAB, 16)(read))
written = keras.Input((None,))
steps = layers.LSTM(32, return_sequences=True)(layers.Embedding(VOCAB, 16)(written), initial_state=states)
model = keras.Model([read, written], layers.Dense(VOCAB, activation="softmax")(steps))
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit([texts, summaries], summaries, batch_size=32, epochs=3, verbose=2)  # diagnosis: next_token_not_shifted
