"""An array cannot hold rows of different lengths."""

import json

import numpy as np
import tensorflow as tf


def load_walks(path, batch_size):
    with open(path, encoding="utf-8") as lines:
        walks = [json.loads(line) for line in lines]
    minutes = np.array([walk["minutes"] for walk in walks], dtype="float32")  # diagnosis: rows_make_no_array
    ages = np.array([walk["walker"]["age"] for walk in walks], dtype="float32")
    finished = np.array([int(walk["finished"]) for walk in walks])

    data = tf.data.Dataset.from_tensor_slices(({"minutes": minutes, "age": ages}, finished))
    return data.padded_batch(batch_size)
