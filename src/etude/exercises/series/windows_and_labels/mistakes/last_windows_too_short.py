"""Keeps the short windows at the end."""

import tensorflow as tf


def windows_of(series, size, batch_size):
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(size + 1, shift=1)  # diagnosis: last_windows_too_short
    data = data.flat_map(lambda window: window.batch(size + 1))
    data = data.map(lambda values: (values[:-1], values[-1]))
    return data.batch(batch_size)
