"""A Tokenizer of letters is given strings, and goes through them letter by letter as it shall."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense, Embedding
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.text import Tokenizer

tf.keras.utils.set_random_seed(0)
text = "abcabdabeabf" * 60
tokenizer = Tokenizer(char_level=True)
tokenizer.fit_on_texts(text)
ids = np.array(tokenizer.texts_to_sequences(text)).ravel()
X = np.stack([ids[i : i + 6] for i in range(len(ids) - 6)])
y = ids[6:]
size = len(tokenizer.word_index) + 1
model = Sequential([Embedding(size, 8), LSTM(32), Dense(size, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=12, verbose=0)

seed = list(X[0])
for _ in range(8):
    seed.append(int(model.predict(np.array([seed[-6:]]), verbose=0)[0].argmax()))
print(tokenizer.sequences_to_texts([seed]))
