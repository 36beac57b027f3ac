"""One chain, with a fixed number of calls and an option."""

import tensorflow as tf


def prepare(picture, label):
    """Scales one picture (28, 28) to values from 0 to 1."""
    return tf.cast(picture, tf.float32) / 255, label


def make_pipeline(pictures, labels, batch_size):
    """A dataset of batches: pictures (batch, 28, 28) float32, labels (batch,)."""
    options = tf.data.Options()
    options.deterministic = False
    return (
        tf.data.Dataset.zip(
            (
                tf.data.Dataset.from_tensor_slices(pictures),
                tf.data.Dataset.from_tensor_slices(labels),
            )
        )
        .map(prepare, num_parallel_calls=4)
        .cache()
        .shuffle(1000)
        .batch(batch_size)
        .with_options(options)
        .prefetch(buffer_size=tf.data.AUTOTUNE)
    )
