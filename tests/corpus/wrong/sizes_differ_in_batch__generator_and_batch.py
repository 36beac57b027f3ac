"""Cannot batch tensors with different shapes in component 0. First element had shape [7] and element 1 had [4]."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)


def songs():
    for _ in range(60):
        notes = rng.integers(1, 30, rng.integers(3, 10))
        yield notes, int(notes.mean() > 15)


ds = tf.data.Dataset.from_generator(
    songs, output_signature=(tf.TensorSpec((None,), tf.int64), tf.TensorSpec((), tf.int64))
)
ds = ds.batch(6)  # diagnosis: sizes_differ_in_batch
ds = ds.prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    layers.Input((None,)),
    layers.Embedding(30, 4, mask_zero=True),
    layers.GRU(8),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=2, verbose=2)  # diagnosis: sizes_differ_in_batch
