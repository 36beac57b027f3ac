# a loop over batches with their numbers
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(48, 5)).astype("float32")
y = rng.integers(0, 2, 48)
w = rng.random(48).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, y, w)).batch(16)

for step, (features, labels, weights) in data:  # diagnosis: unpacked_into_other_number
    print(step, features.shape, labels.shape, weights.shape)
