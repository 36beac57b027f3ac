"""One convolution, put into three places."""

import keras
import numpy as np


def trailing_mean(series, size):
    weights = np.full((size, 1, 1), 1 / size, "float32")
    means = keras.ops.conv(np.reshape(series, (1, -1, 1)).astype("float32"), weights)  # "valid"
    smooth = np.full(len(series), np.nan)
    smooth[size - 1 :] = np.ravel(means)
    return smooth


def moved(values, steps):
    result = np.full(len(values), np.nan)
    if steps > 0:
        result[steps:] = values[:-steps]
    else:
        result[:steps] = values[-steps:]
    return result


def centred_mean(series, size):
    return moved(trailing_mean(series, size), -(size // 2))


def forecast(series, size):
    return moved(trailing_mean(series, size), 1)
