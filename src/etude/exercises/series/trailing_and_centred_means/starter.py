"""Means over a window that ends today, that lies around today, and that ended yesterday."""

import numpy as np


def trailing_mean(series, size):
    """For each day, the mean of this day and those before it, size in all."""
    # TODO: n numbers, NaN where the window reaches beyond the series.


def centred_mean(series, size):
    """For each day, the mean of size days with this one in the middle."""
    # TODO: the same, with the window around the day.


def forecast(series, size):
    """For each day, the mean of the size days before it."""
    # TODO: the same, with the window before the day.
