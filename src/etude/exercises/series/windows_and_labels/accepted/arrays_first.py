"""Windows as views of the array, then a dataset of them, shuffled."""

import numpy as np
import tensorflow as tf


def windows_of(series, size, batch_size):
    views = np.lib.stride_tricks.sliding_window_view(series, size + 1)  # (n - size, size + 1)
    windows, labels = views[:, :size], views[:, size]
    data = tf.data.Dataset.from_tensor_slices((windows, labels))
    return data.shuffle(len(windows)).batch(batch_size)
