"""The label is the window's own last value."""

import tensorflow as tf


def windows_of(series, size, batch_size):
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(size, shift=1, drop_remainder=True)
    data = data.flat_map(lambda window: window.batch(size))
    data = data.map(lambda values: (values, values[-1]))  # diagnosis: label_inside_window
    return data.batch(batch_size)
