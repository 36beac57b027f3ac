"""The layer that cuts is made and never called."""

import keras
from keras import layers, ops


def build_encoder(edges, jobs):
    """A model: {"age", "amount", "job"} -> (rows, 1 + buckets + jobs + buckets x jobs)."""
    age = keras.Input((1,), name="age")
    amount = keras.Input((1,), name="amount")
    job = keras.Input((1,), name="job", dtype="string")

    scaled = layers.Rescaling(1 / 500, offset=-1000 / 500)(amount)  # (rows, 1)
    bucket = layers.Discretization(bin_boundaries=edges, output_mode="one_hot")  # diagnosis: layer_not_called
    known = layers.StringLookup(vocabulary=jobs, output_mode="one_hot")(job)  # unknown ones first
    known = known[:, 1:]  # (rows, jobs)
    pairs = ops.expand_dims(bucket, 2) * ops.expand_dims(known, 1)  # (rows, buckets, jobs)
    crossed = layers.Flatten()(pairs)  # (rows, buckets x jobs)

    outputs = layers.Concatenate()([scaled, bucket, known, crossed])
    return keras.Model({"age": age, "amount": amount, "job": job}, outputs)
