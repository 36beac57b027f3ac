"""Complaint or praise, from the words: accuracy 0.5 in every epoch, and the loss is above 1."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
praise = rng.integers(0, 2, 400)
own = np.where(praise[:, None] == 1, rng.integers(1, 30, (400, 15)), rng.integers(30, 60, (400, 15)))
tokens = np.where(rng.random((400, 15)) < 0.4, own, rng.integers(60, 120, (400, 15)))

model = tf.keras.Sequential()
model.add(layers.Embedding(120, 24))
model.add(layers.LSTM(64, return_sequences=True))
model.add(layers.LSTM(32))
model.add(layers.Dense(2, activation="softmax"))
model.compile(tf.keras.optimizers.RMSprop(0.5), "sparse_categorical_crossentropy", metrics=["accuracy"])  # diagnosis: learning_rate_too_high
model.fit(tokens, praise, batch_size=32, epochs=6, verbose=2)
