"""The weights are given as an argument, and logits decide."""

import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)

# Made up: three numbers per word, as if learned from many other texts.
VECTORS = {
    "good": [0.9, 0.1, 0.3],
    "great": [0.8, 0.2, 0.4],
    "fine": [0.7, 0.1, 0.2],
    "bad": [-0.9, 0.2, 0.3],
    "awful": [-0.8, 0.3, 0.1],
    "dull": [-0.7, 0.1, 0.4],
    "film": [0.1, 0.9, -0.5],
    "plot": [0.0, 0.8, -0.6],
}
TEXTS = [
    *("a good film", "a great film", "so good", "the plot is great", "good plot", "great, great"),
    *("a bad film", "an awful film", "so bad", "the plot is awful", "bad plot", "awful, awful"),
]
LABELS = np.array([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0])

WORDS = [*VECTORS, "a", "an", "the", "so"]


def matrix(vocabulary, vectors):
    places = {word: place for place, word in enumerate(vocabulary)}
    table = np.zeros((len(vocabulary), 3))
    for word, vector in vectors.items():
        if word in places:
            table[places[word]] = vector
    return table


vectorize = keras.layers.TextVectorization(vocabulary=WORDS)
embedding = keras.layers.Embedding(
    vectorize.vocabulary_size(),
    3,
    weights=[matrix(vectorize.get_vocabulary(), VECTORS)],
    trainable=False,
)
model = keras.Sequential([keras.Input((), dtype="string"), vectorize, embedding])
model.add(keras.layers.GlobalAveragePooling1D())
model.add(keras.layers.Dense(1))
model.compile(
    optimizer=keras.optimizers.Adam(0.2), loss=keras.losses.BinaryCrossentropy(from_logits=True)
)
model.fit(tf.constant(TEXTS), LABELS, epochs=30, verbose=0)
