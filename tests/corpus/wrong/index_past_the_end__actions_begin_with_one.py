# the value of the action that was taken, of a table with a column for each
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
values = tf.constant(rng.normal(size=(6, 4)).astype("float32"))
actions = tf.constant([1, 4, 2, 3, 1, 2])
places = tf.stack([tf.range(6), actions], axis=1)
taken = tf.gather_nd(values, places)  # diagnosis: index_past_the_end
print(taken.numpy().mean())
