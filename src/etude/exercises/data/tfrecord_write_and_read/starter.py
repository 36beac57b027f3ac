"""Writes examples into a TFRecord file and reads them back."""

import tensorflow as tf


def write_records(path, measures, names):
    """One tf.train.Example per row; returns the path."""
    # TODO: an Example with the features "measures" and "name" for each row, serialised and written.
    return path


def read_records(path, batch_size):
    """A dataset of batches (measures (batch, 3), name (batch,))."""
    # TODO: read the records, parse them, and batch them.
    return None
