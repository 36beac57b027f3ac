"""Leaves the errors their sign."""

import numpy as np


def mae(actual, forecast):
    """The mean absolute error of forecasts (n,)."""
    return np.mean(actual - forecast)  # diagnosis: errors_cancel_out


def naive_forecast(series, start):
    """For every value of series[start:], the one just before it."""
    return series[start - 1 : -1]


def seasonal_forecast(series, start, period):
    """For every value of series[start:], the one a period earlier."""
    return series[start - period : len(series) - period]


def mase(actual, forecast, history):
    """The mean absolute error in units of what the naive forecast is off by within history."""
    return mae(actual, forecast) / mae(history[1:], history[:-1])
