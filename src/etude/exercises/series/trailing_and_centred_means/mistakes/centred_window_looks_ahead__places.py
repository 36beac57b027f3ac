"""Puts the trailing means half a window too early."""

import numpy as np


def means(series, size):
    """The mean of every stretch of size values (n - size + 1,)."""
    return np.lib.stride_tricks.sliding_window_view(series, size).mean(axis=1)


def padded(before, values, after=0):
    """Values with as many unknown ones before and after them."""
    return np.concatenate([np.full(before, np.nan), values, np.full(after, np.nan)])


def trailing_mean(series, size):
    """For each day, the mean of this day and those before it, size in all."""
    smooth = np.full(len(series), np.nan)
    smooth[size // 2 : len(series) - size // 2] = means(series, size)
    return smooth  # diagnosis: centred_window_looks_ahead


def centred_mean(series, size):
    """For each day, the mean of size days with this one in the middle."""
    return padded(size // 2, means(series, size), size // 2)


def forecast(series, size):
    """For each day, the mean of the size days before it."""
    return padded(size, means(series, size)[:-1])
