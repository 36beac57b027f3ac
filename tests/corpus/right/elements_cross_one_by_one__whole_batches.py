"""A generator that yields whole batches, and one of a few hundred examples."""
import numpy as np
import tensorflow as tf

readings = np.random.default_rng(0).normal(size=(8000, 1)).astype("float32")


def in_batches():
    for place in range(0, len(readings), 400):
        yield readings[place:place + 400]


def a_few():
    yield from readings[:300]


whole = tf.data.Dataset.from_generator(in_batches, output_signature=tf.TensorSpec((None, 1), tf.float32))
few = tf.data.Dataset.from_generator(a_few, output_signature=tf.TensorSpec((1,), tf.float32)).batch(100)
print(sum(float(tf.reduce_sum(batch)) for batch in whole), sum(len(batch) for batch in few))
