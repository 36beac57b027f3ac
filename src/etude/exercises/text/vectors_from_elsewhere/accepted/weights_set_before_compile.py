"""Sets the weights of a layer that is built, in a functional model."""

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
    nothing = [0.0, 0.0, 0.0]
    return np.array([vectors.get(word, nothing) for word in vocabulary], dtype="float32")


vectorize = keras.layers.TextVectorization(output_sequence_length=6, vocabulary=WORDS)
table = matrix(vectorize.get_vocabulary(), VECTORS)

embedding = keras.layers.Embedding(*table.shape, mask_zero=True)
embedding.build((None, None))
embedding.set_weights([table])
embedding.trainable = False

texts = keras.Input(shape=(1,), dtype="string")
mean = keras.layers.GlobalAveragePooling1D()(embedding(vectorize(texts)))
model = keras.Model(texts, keras.layers.Dense(1, activation="sigmoid")(mean))
model.compile(optimizer=keras.optimizers.SGD(3.0), loss="binary_crossentropy")
model.fit(tf.constant(TEXTS), LABELS, epochs=40, verbose=0)
