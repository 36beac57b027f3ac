"""Day by day."""

import numpy as np


def window_mean(series, size, first):
    days = range(len(series))
    begins = [day - first for day in days]
    return np.array(
        [
            series[begin : begin + size].mean() if 0 <= begin <= len(series) - size else np.nan
            for begin in begins
        ]
    )


def trailing_mean(series, size):
    return window_mean(series, size, first=size - 1)


def centred_mean(series, size):
    return window_mean(series, size, first=size // 2)


def forecast(series, size):
    return window_mean(series, size, first=size)
