"""In plain Python."""

import numpy as np


def mae(actual, forecast):
    return sum(abs(a - f) for a, f in zip(actual, forecast)) / len(actual)


def naive_forecast(series, start):
    return np.array([series[i - 1] for i in range(start, len(series))])


def seasonal_forecast(series, start, period):
    return np.roll(series, period)[start:]  # what roll brings round is cut off


def mase(actual, forecast, history):
    return mae(actual, forecast) / np.abs(np.diff(history)).mean()
