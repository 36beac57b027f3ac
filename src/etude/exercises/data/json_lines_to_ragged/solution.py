"""Reads walks of different lengths from JSON lines into padded batches."""

import json

import tensorflow as tf


def load_walks(path, batch_size):
    """A dataset of ({"minutes": (batch, longest), "age": (batch,)}, finished (batch,))."""
    with open(path, encoding="utf-8") as lines:
        walks = [json.loads(line) for line in lines]
    minutes = tf.ragged.constant([walk["minutes"] for walk in walks], dtype=tf.float32)
    ages = tf.constant([walk["walker"]["age"] for walk in walks], dtype=tf.float32)
    finished = tf.constant([int(walk["finished"]) for walk in walks])

    def fill_up(inputs, finished):
        dense = inputs["minutes"].to_tensor(default_value=-1.0)  # (batch, longest)
        return {**inputs, "minutes": dense}, finished

    data = tf.data.Dataset.from_tensor_slices(({"minutes": minutes, "age": ages}, finished))
    return data.batch(batch_size).map(fill_up)
