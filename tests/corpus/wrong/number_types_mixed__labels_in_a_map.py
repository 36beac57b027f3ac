# ages in decades beside the features
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
features = rng.normal(size=(30, 4)).astype("float32")
ages = rng.integers(20, 80, 30)


def scale(row, age):
    weight = tf.constant(0.1)
    return row, age * weight  # diagnosis: number_types_mixed


data = tf.data.Dataset.from_tensor_slices((features, ages)).map(scale).batch(10)
for row, age in data:
    print(row.shape, age.shape)
