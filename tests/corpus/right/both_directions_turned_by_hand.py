import keras
import numpy as np
from keras.layers import GRU, Concatenate, Dense, Embedding, Input

rng = np.random.default_rng(7)
words, length = 40, 12
sentences = rng.integers(1, words, size=(400, length))
following = np.concatenate([sentences[:, 1:], np.zeros((400, 1), int)], axis=1)
targets = 2 * (sentences % 2) + following % 2

text = Input(shape=(length,))
vectors = Embedding(words, 16)(text)
left = GRU(16, return_sequences=True)(vectors)
right = GRU(16, return_sequences=True, go_backwards=True)(vectors)
context = Concatenate()([left, keras.ops.flip(right, axis=1)])
tagger = keras.Model(text, Dense(4, activation="softmax")(context))
tagger.compile(loss="sparse_categorical_crossentropy", optimizer=keras.optimizers.Adam(0.02), metrics=["accuracy"])
tagger.fit(sentences, targets, batch_size=32, epochs=6, validation_split=0.2, verbose=2)
