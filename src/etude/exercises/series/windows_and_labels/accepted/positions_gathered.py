"""Places first: each window gathers its values."""

import numpy as np
import tensorflow as tf


def windows_of(series, size, batch_size):
    starts = np.arange(len(series) - size)
    places = starts[:, np.newaxis] + np.arange(size)
    data = tf.data.Dataset.from_tensor_slices((series[places], series[starts + size]))
    return data.batch(batch_size).prefetch(1)
