# labels from a table beside the pictures of a dataset
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
pictures = tf.data.Dataset.from_tensor_slices(rng.random((20, 8, 8, 1)).astype("float32"))
labels = rng.integers(0, 2, 20)
train = tf.data.Dataset.zip((pictures, labels))  # diagnosis: datasets_joined_refused
for picture, label in train.batch(4):
    print(picture.shape, label)
