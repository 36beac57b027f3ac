"""Each batch is padded by NumPy before TensorFlow sees it."""

import json

import numpy as np
import tensorflow as tf


def load_walks(path, batch_size):
    walks = [json.loads(line) for line in open(path)]

    def batches():
        for start in range(0, len(walks), batch_size):
            some = walks[start : start + batch_size]
            longest = max(len(walk["minutes"]) for walk in some)
            minutes = np.full((len(some), longest), -1, dtype="float32")
            for row, walk in zip(minutes, some):
                row[: len(walk["minutes"])] = walk["minutes"]
            ages = np.array([walk["walker"]["age"] for walk in some], dtype="float32")
            yield {"age": ages, "minutes": minutes}, [walk["finished"] for walk in some]

    inputs = {
        "age": tf.TensorSpec((None,), "float32"),
        "minutes": tf.TensorSpec((None, None), "float32"),
    }
    answer = tf.TensorSpec((None,), "int64")
    return tf.data.Dataset.from_generator(batches, output_signature=(inputs, answer))
