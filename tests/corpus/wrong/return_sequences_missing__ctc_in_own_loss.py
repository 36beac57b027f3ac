"""Dimension must be 2 but is 3, somewhere in a transpose. I transpose nothing."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(17)
tones = rng.normal(size=(60, 18, 6)).astype("float32")
notes = rng.integers(0, 4, (60, 3))


def cost(truth, given):
    rows = tf.shape(truth)[0]
    steps = tf.fill((rows, 1), tf.shape(given)[1])
    return tf.keras.backend.ctc_batch_cost(truth, given, steps, tf.fill((rows, 1), 3))


heard = layers.Input((18, 6))
h = layers.GRU(16)(heard)  # diagnosis: return_sequences_missing
model = tf.keras.Model(heard, layers.Dense(5, activation="softmax")(h))
model.compile("adam", cost)
model.fit(tones, notes, batch_size=20, epochs=2, verbose=0)
