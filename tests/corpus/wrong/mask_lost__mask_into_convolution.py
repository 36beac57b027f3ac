"""UserWarning: Layer 'conv1d' was passed an input with a mask ... does not support masking. Does it matter?"""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
lengths = rng.integers(3, 10, 200)
labels = rng.integers(0, 2, 200)
rows = [rng.integers(1 + 10 * label, 21 + 10 * label, n) for n, label in zip(lengths, labels)]
x = tf.keras.utils.pad_sequences(rows, padding="post", maxlen=24)

inputs = tf.keras.Input((24,))
h = layers.Embedding(32, 8, mask_zero=True)(inputs)  # diagnosis: mask_lost
h = layers.Conv1D(16, 3, activation="relu")(h)  # diagnosis: mask_lost
h = layers.LSTM(8)(h)
outputs = layers.Dense(1, activation="sigmoid")(h)
model = tf.keras.Model(inputs, outputs)
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:160], labels[:160], epochs=5, validation_data=(x[160:], labels[160:]), verbose=2)
