"""from_tensor_slices(x, y): The truth value of an array with more than one element is ambiguous."""
import numpy as np
import tensorflow as tf

x = np.random.default_rng(0).normal(size=(40, 3)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
ds = tf.data.Dataset.from_tensor_slices(x, y).shuffle(40).batch(8)  # diagnosis: slices_of_two_arguments
print(ds.element_spec)
