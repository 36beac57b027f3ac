"""Slices of lists that are no rectangle."""

import json

import tensorflow as tf


def load_walks(path, batch_size):
    with open(path, encoding="utf-8") as lines:
        walks = [json.loads(line) for line in lines]
    minutes = [walk["minutes"] for walk in walks]
    ages = [float(walk["walker"]["age"]) for walk in walks]
    finished = [int(walk["finished"]) for walk in walks]

    inputs = {"minutes": minutes, "age": ages}
    data = tf.data.Dataset.from_tensor_slices((inputs, finished))  # diagnosis: sizes_differ_in_batch
    return data.padded_batch(batch_size)
