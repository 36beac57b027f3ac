"""Training windows that come mixed, and validation windows that come in order of time."""

import tensorflow as tf


def make_datasets(series, held_out, size, batch_size):
    """Training and validation data: batches of windows (batch, size) and labels (batch,)."""
    # TODO: split by time, cut windows in each part, mix those for training.
