"""A dense tensor cannot hold rows of different lengths."""

import json

import tensorflow as tf


def load_walks(path, batch_size):
    with open(path, encoding="utf-8") as lines:
        walks = [json.loads(line) for line in lines]
    minutes = tf.constant([walk["minutes"] for walk in walks], dtype=tf.float32)  # diagnosis: rows_make_no_array
    ages = tf.constant([walk["walker"]["age"] for walk in walks], dtype=tf.float32)
    finished = tf.constant([int(walk["finished"]) for walk in walks])

    data = tf.data.Dataset.from_tensor_slices(({"minutes": minutes, "age": ages}, finished))
    return data.padded_batch(batch_size)
