"""Batches for preparing, and batches of these."""

import tensorflow as tf


def prepare(picture, label):
    """Scales one picture (28, 28) to values from 0 to 1."""
    return tf.cast(picture, tf.float32) / 255, label


def make_pipeline(pictures, labels, batch_size):
    """A dataset of batches: pictures (batch, 28, 28) float32, labels (batch,)."""
    data = tf.data.Dataset.from_tensor_slices((pictures, labels))
    data = data.batch(batch_size).map(prepare).cache().shuffle(len(pictures))
    return data.batch(batch_size).prefetch(tf.data.AUTOTUNE)  # diagnosis: batched_twice
