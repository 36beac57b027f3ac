"""InvalidArgumentError: indices[3,2] = 41 is not in [0, 40) while training on my own text."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense, Embedding, Input

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
words = [f"word{i}" for i in range(60)]
sentences = [" ".join(rng.choice(words, 8)) for _ in range(100)]
labels = np.array([int("word7" in sentence or "word9" in sentence) for sentence in sentences])

VOCABULARY = 40
index = {word: number + 1 for number, word in enumerate(words)}
encoded = np.array([[index[word] for word in sentence.split()] for sentence in sentences])
print("largest token", encoded.max())

model = tf.keras.Sequential([
    Input((8,)),
    Embedding(VOCABULARY, 16),  # diagnosis: embedding_too_small
    LSTM(8),
    Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(encoded[:80], labels[:80], epochs=2, validation_data=(encoded[80:], labels[80:]), verbose=2)  # diagnosis: embedding_too_small
