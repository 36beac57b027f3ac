"""Words as one-hot rows go into an Embedding, and the LSTM behind it complains of four axes."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(2)
tokens = rng.integers(0, 40, (120, 12))
x = np.eye(40)[tokens]
y = (tokens < 10).sum(axis=1) > 3

inputs = tf.keras.Input((12, 40))
h = layers.Embedding(40, 16)(inputs)
h = layers.Bidirectional(layers.LSTM(8))(h)  # diagnosis: axes_too_many
model = tf.keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=2, verbose=0)
