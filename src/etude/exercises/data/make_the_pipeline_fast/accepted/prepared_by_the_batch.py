"""Prepares whole batches, and takes them apart again to mix them."""

import tensorflow as tf


def prepare(picture, label):
    """Scales one picture (28, 28) to values from 0 to 1."""
    return tf.cast(picture, tf.float32) / 255, label


def make_pipeline(pictures, labels, batch_size):
    """A dataset of batches: pictures (batch, 28, 28) float32, labels (batch,)."""
    data = tf.data.Dataset.from_tensor_slices((pictures, labels))
    data = data.batch(64).map(prepare).unbatch()
    data = data.cache().shuffle(len(pictures), seed=3).batch(batch_size)
    return data.prefetch(2)
