"""The windows are cut one after the other."""

import tensorflow as tf


def windows_of(series, size, batch_size):
    data = tf.data.Dataset.from_tensor_slices(series)
    data = data.window(size + 1, drop_remainder=True)  # diagnosis: windows_do_not_overlap
    data = data.flat_map(lambda window: window.batch(size + 1))
    data = data.map(lambda values: (values[:-1], values[-1]))
    return data.batch(batch_size)
