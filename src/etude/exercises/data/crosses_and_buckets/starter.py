"""Prepares rows for a linear model: a scaled number, buckets, words, and crosses of both."""

import keras
from keras import layers, ops


def build_encoder(edges, jobs):
    """A model: {"age", "amount", "job"} -> (rows, 1 + buckets + jobs + buckets x jobs)."""
    age = keras.Input((1,), name="age")
    amount = keras.Input((1,), name="amount")
    job = keras.Input((1,), name="job", dtype="string")
    # TODO: scale, cut into buckets, look up, cross, and put everything side by side.
    return None
