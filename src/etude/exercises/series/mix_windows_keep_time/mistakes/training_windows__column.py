"""Gives the labels as a column."""

import tensorflow as tf


def windows_of(series, size):
    """Windows (size,), each with the value that follows it."""
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(size + 1, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(size + 1))
    return data.map(lambda values: (values[:-1], values[-1:]))


def make_datasets(series, held_out, size, batch_size):
    """Training and validation data: batches of windows (batch, size) and labels (batch,)."""
    early, late = series[:-held_out], series[-held_out:]
    training_data = windows_of(early, size).shuffle(len(early)).batch(batch_size)
    validation_data = windows_of(late, size).batch(batch_size)
    return training_data, validation_data
