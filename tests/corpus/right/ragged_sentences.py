"""Sentences of different length as a ragged tensor, padded per batch, masked in the model."""
import random

import tensorflow as tf

random.seed(0)
tf.keras.utils.set_random_seed(0)
labels = [random.randrange(2) for _ in range(160)]
sentences = [[random.randrange(1 + 10 * k, 15 + 10 * k) for _ in range(random.randrange(3, 9))] for k in labels]
ragged = tf.ragged.constant(sentences)
ds = tf.data.Dataset.from_tensor_slices((ragged, labels))
ds = ds.map(lambda row, label: (tf.cast(row, tf.int32), label))
train = ds.take(120).shuffle(120).padded_batch(12, padded_shapes=([None], [])).prefetch(tf.data.AUTOTUNE)
val = ds.skip(120).padded_batch(12, padded_shapes=([None], [])).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(30, 8, mask_zero=True),
    tf.keras.layers.GRU(8),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=4, verbose=0)
