"""Passing my own vocabulary to TextVectorization: every sentence becomes [1 1 1 1]."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
words = ["Goal", "Match", "Coach", "Oven", "Sauce", "Bread"]
vectorize = layers.TextVectorization(vocabulary=words, output_sequence_length=5)  # diagnosis: most_words_unknown
labels = rng.integers(0, 2, 200)
texts = [" ".join(rng.choice(words[3 * k:3 * k + 3], 5)) for k in labels]

x = np.array(vectorize(texts))
model = keras.Sequential([
    keras.Input((5,), dtype="int64"),
    layers.Embedding(len(words) + 2, 8),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:160], labels[:160], validation_data=(x[160:], labels[160:]), epochs=5, verbose=2)
