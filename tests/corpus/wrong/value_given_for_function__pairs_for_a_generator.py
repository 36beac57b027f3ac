# a list of examples of different length, for a dataset
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
melodies = [rng.integers(40, 80, rng.integers(4, 12)) for _ in range(20)]
data = tf.data.Dataset.from_generator(melodies, output_signature=tf.TensorSpec((None,), tf.int64))  # diagnosis: value_given_for_function
for batch in data.padded_batch(5):
    print(batch.shape)
