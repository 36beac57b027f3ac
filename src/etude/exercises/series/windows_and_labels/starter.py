"""Cuts a series into windows and the value that follows each of them."""

import keras


def windows_of(series, size, batch_size):
    """Batches of windows (batch, size) and labels (batch,)."""
    # TODO: cut the series into windows, and give each the value that follows it.
