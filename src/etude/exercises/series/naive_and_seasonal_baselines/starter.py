"""Forecasts that need no network, and errors that let any forecast be compared with them."""

import numpy as np


def mae(actual, forecast):
    """The mean absolute error of forecasts (n,)."""
    # TODO: the mean of the absolute errors.


def naive_forecast(series, start):
    """For every value of series[start:], the one just before it."""
    # TODO: each value of series[start:] is forecast by the one before it.


def seasonal_forecast(series, start, period):
    """For every value of series[start:], the one a period earlier."""
    # TODO: the same, a period earlier.


def mase(actual, forecast, history):
    """The mean absolute error in units of what the naive forecast is off by within history."""
    # TODO: the mean absolute error, divided by that of naive forecasts within history.
