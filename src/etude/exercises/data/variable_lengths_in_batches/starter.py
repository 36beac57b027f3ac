"""Batches of texts, as lists of token numbers, each filled up with zeros."""

import numpy as np
import tensorflow as tf


def make_batches(token_lists, labels, batch_size):
    """A dataset of batches: tokens (batch, longest), label (batch,)."""
    # TODO: put texts of about one length together, and pad each batch for itself.
    longest = max(len(tokens) for tokens in token_lists)
    padded = np.zeros((len(token_lists), longest), dtype="int32")
    for row, tokens in zip(padded, token_lists):
        row[: len(tokens)] = tokens
    data = tf.data.Dataset.from_tensor_slices((padded, np.array(labels, dtype="int32")))
    return data.batch(batch_size).prefetch(tf.data.AUTOTUNE)
