"""Pairs are numbered, and the numbers one-hot encoded."""

import keras
from keras import layers, ops


def build_encoder(edges, jobs):
    columns = {
        "age": keras.Input((), name="age"),
        "amount": keras.Input((), name="amount"),
        "job": keras.Input((), name="job", dtype="string"),
    }
    buckets, count = len(edges) + 1, len(jobs)
    place = layers.Discretization(bin_boundaries=list(edges))(columns["age"])  # (rows,)
    number = layers.StringLookup(vocabulary=list(jobs))(columns["job"]) - 1  # -1 for an unknown job
    pair = ops.where(number < 0, -1, ops.cast(place, "int64") * count + number)
    scale = layers.Normalization(mean=1000.0, variance=500.0**2, axis=None)
    return keras.Model(
        columns,
        ops.concatenate(
            [
                ops.expand_dims(scale(columns["amount"]), 1),
                ops.one_hot(place, buckets),
                ops.one_hot(number, count),
                ops.one_hot(pair, buckets * count),
            ],
            axis=1,
        ),
    )
