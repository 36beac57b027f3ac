import numpy as np
import tensorflow as tf

raw = tf.data.Dataset.from_tensor_slices(np.float32([[5.1, 0], [6.2, 2], [5.9, 1], [6.0, 2]]))


def split(row):
    return row[:1], tf.one_hot(row[1], 3)  # diagnosis: number_types_mixed


data = raw.map(split).batch(2)
for x, y in data:
    print(x.shape, y.shape)
