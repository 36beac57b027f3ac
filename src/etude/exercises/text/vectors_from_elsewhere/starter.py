"""Judges sentences by word vectors that it learns from them."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

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
    """An array (len(vocabulary), 3): the vector of each word in its row, zeros where there is none."""
    # TODO: one row for each entry of the vocabulary, in its order.
    return None


vectorize = layers.TextVectorization(output_sequence_length=6, vocabulary=WORDS)

# TODO: begin with the given vectors, and keep them as they are.
embedding = layers.Embedding(vectorize.vocabulary_size(), 3, mask_zero=True)
model = keras.Sequential(
    [
        keras.Input((1,), dtype="string"),
        vectorize,
        embedding,
        layers.GlobalAveragePooling1D(),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.2), loss="binary_crossentropy")
model.fit(tf.constant(TEXTS), LABELS, epochs=25, verbose=0)

for text in ("a fine plot", "a dull film"):  # words that no training sentence has
    print(text, float(model.predict(tf.constant([text]), verbose=0)[0, 0]))
