# features of two sensors side by side
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
left = tf.constant(rng.normal(size=(20, 3)).astype("float32"))
right = tf.constant(rng.normal(size=(20, 4)).astype("float32"))
both = tf.concat(left, right)  # diagnosis: arrangement_refused
print(both.shape)
