"""word_index has 20 entries, all of them letters. The text has many words."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense, Embedding
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.text import Tokenizer

tf.keras.utils.set_random_seed(0)
lines = ["the old house stood by the river", "a boat came down the river at night", "nobody saw the boat leave"]
book = " ".join(lines * 30)

tokenizer = Tokenizer()
tokenizer.fit_on_texts(book)  # diagnosis: letters_taken_for_texts
vocab_size = len(tokenizer.word_index) + 1
print(vocab_size)

encoded = tokenizer.texts_to_sequences([book])[0]
pairs = np.array([encoded[i - 1 : i + 1] for i in range(1, len(encoded))])
X, y = pairs[:, :1], pairs[:, 1]
model = Sequential([Embedding(vocab_size, 10), LSTM(32), Dense(vocab_size, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=3, verbose=0)
