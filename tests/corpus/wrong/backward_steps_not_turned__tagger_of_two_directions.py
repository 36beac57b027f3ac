import keras
import numpy as np
from keras.layers import GRU, Concatenate, Dense, Dropout, Embedding, Input, TimeDistributed

rng = np.random.default_rng(7)
words, tags, length = 40, 4, 12
sentences = rng.integers(1, words, size=(400, length))
following = np.concatenate([sentences[:, 1:], np.zeros((400, 1), int)], axis=1)
# The tag of a word depends on it and on the word behind it.
targets = keras.utils.to_categorical(2 * (sentences % 2) + following % 2, tags)

text = Input(shape=(length,))
vectors = Embedding(words, 16)(text)
left = GRU(16, return_sequences=True)(vectors)
right = GRU(16, return_sequences=True, go_backwards=True)(vectors)  # diagnosis: backward_steps_not_turned
context = Dropout(0.1)(Concatenate()([left, right]))
tagger = keras.Model(text, TimeDistributed(Dense(tags, activation="softmax"))(context))
tagger.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.Adam(0.01), metrics=["accuracy"])
tagger.fit(sentences, targets, batch_size=32, epochs=4, validation_split=0.2, verbose=2)
