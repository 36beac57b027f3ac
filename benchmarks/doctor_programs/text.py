"""Sentences of two kinds, told apart by an LSTM over learned embeddings."""

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
good, bad, plain = ("fine great lovely", "poor awful dull", "the a film plot actor scene end of and it")


def sentence(label):
    words = rng.choice(plain.split(), 24).tolist()
    words[int(rng.integers(24))] = rng.choice((good if label else bad).split())
    return " ".join(words)


labels = rng.integers(0, 2, 2000)
texts = np.array([sentence(label) for label in labels], dtype=object)
vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=24)
vectorize.adapt(texts[:1600])
data = tf.data.Dataset.from_tensor_slices((vectorize(texts), labels))
training_data = data.take(1600).shuffle(1600).batch(32).prefetch(2)
validation_data = data.skip(1600).batch(32)

model = keras.Sequential(
    [layers.Embedding(100, 32, mask_zero=True), layers.LSTM(48), layers.Dense(1, activation="sigmoid")]
)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(training_data, validation_data=validation_data, epochs=30, verbose=0)
