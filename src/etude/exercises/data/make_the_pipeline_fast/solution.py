"""Shuffled batches of prepared pictures."""

import tensorflow as tf


def prepare(picture, label):
    """Scales one picture (28, 28) to values from 0 to 1."""
    return tf.cast(picture, tf.float32) / 255, label


def make_pipeline(pictures, labels, batch_size):
    """A dataset of batches: pictures (batch, 28, 28) float32, labels (batch,)."""
    data = tf.data.Dataset.from_tensor_slices((pictures, labels))
    data = data.map(prepare, num_parallel_calls=tf.data.AUTOTUNE)
    data = data.cache()  # everything above happens in the first epoch only
    data = data.shuffle(len(pictures))  # everything below happens in each
    data = data.batch(batch_size)
    return data.prefetch(tf.data.AUTOTUNE)
