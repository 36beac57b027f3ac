"""Rows are mixed once, then batches are shuffled all together and kept: one order for all epochs, but a good one."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
MONTHS, LENGTH = 12, 6


def write_out(numbers):
    """A date as someone would type it, and the same digits the other way round."""
    return numbers, numbers[:, ::-1]


def make_dataset(count):
    rows = np.sort(rng.integers(1, MONTHS + 1, (count, LENGTH)), axis=0)
    rng.shuffle(rows)
    asked, answered = write_out(rows)
    pairs = tf.data.Dataset.from_tensor_slices((asked.astype("int32"), answered.astype("int32")))
    pairs = pairs.batch(32).map(lambda a, b: (a, b - 1), num_parallel_calls=tf.data.AUTOTUNE)
    return pairs.shuffle(512).prefetch(tf.data.AUTOTUNE).cache()


train, valid = make_dataset(640), make_dataset(160)
model = keras.Sequential(
    [
        keras.Input((LENGTH,), dtype="int32"),
        layers.Embedding(MONTHS + 1, 12),
        layers.Flatten(),
        layers.Dense(96, activation="relu"),
        layers.Dense(LENGTH * MONTHS),
        layers.Reshape((LENGTH, MONTHS)),
        layers.Softmax(),
    ]
)
model.compile(keras.optimizers.Adam(5e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=12, verbose=2)
