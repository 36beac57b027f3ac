"""Splits windows that are datasets still."""

import tensorflow as tf


def windows_of(series, size, batch_size):
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(size + 1, shift=1, drop_remainder=True)  # diagnosis: windows_not_flattened
    data = data.map(lambda values: (values[:-1], values[-1]))
    return data.batch(batch_size)
