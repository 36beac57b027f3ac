# more examples from a second source, which come with weights
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(30, 4)).astype("float32")
y = rng.integers(0, 2, 30)
w = np.full(30, 0.5, "float32")
first = tf.data.Dataset.from_tensor_slices((x, y))
second = tf.data.Dataset.from_tensor_slices((x + 0.1, y, w))
train = first.concatenate(second).shuffle(60).batch(10)  # diagnosis: datasets_joined_refused
for batch in train:
    print(len(batch))
