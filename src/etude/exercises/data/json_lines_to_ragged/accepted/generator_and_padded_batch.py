"""A generator reads the file anew on every pass."""

import json

import tensorflow as tf


def load_walks(path, batch_size):
    def walks():
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                walk = json.loads(line)
                inputs = {"minutes": walk["minutes"], "age": walk["walker"]["age"]}
                yield inputs, walk["finished"]

    signature = (
        {
            "minutes": tf.TensorSpec((None,), tf.float32),
            "age": tf.TensorSpec((), tf.float32),
        },
        tf.TensorSpec((), tf.int32),
    )
    data = tf.data.Dataset.from_generator(walks, output_signature=signature)
    filling = ({"minutes": -1.0, "age": -1.0}, -1)
    return data.padded_batch(batch_size, padding_values=filling).prefetch(1)
