"""Opinions typed in are numbered as those were that the network learned from."""
import keras
import numpy as np
from keras.datasets import imdb

# Stands in for the reviews of Keras, which would have to be fetched: numbered as they are there.
rng = np.random.default_rng(0)
WORDS = [f"word{i}" for i in range(20)] + [f"fine{i}" for i in range(20)] + [f"dull{i}" for i in range(20)]
INDEX, NUMBERED = dict(zip(WORDS, range(1, 61))), np.arange(4, 64)


def load(num_words):
    labels = rng.integers(0, 2, 800)
    reviews = NUMBERED[rng.integers(0, 20, (800, 16))]
    for review, label in zip(reviews, labels):
        own = NUMBERED[20:40] if label else NUMBERED[40:]
        review[rng.integers(0, 16, 4)] = rng.choice(own, 4)
    return (reviews[:600], labels[:600]), (reviews[600:], labels[600:])


imdb.load_data, imdb.get_word_index = load, lambda: dict(INDEX)

(x_train, y_train), (x_test, y_test) = imdb.load_data(num_words=64)
model = keras.Sequential([
    keras.layers.Embedding(64, 8),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=5, verbose=0)
print(model.evaluate(x_test, y_test, verbose=0))

word_index = imdb.get_word_index()
for text in ("word1 fine18 word2 fine19 fine17", "dull1 word7 dull2 word3"):
    numbers = [1] + [word_index[word] + 3 for word in text.split() if word in word_index]
    print(text, model.predict(np.array([numbers]), verbose=0))
