# from channels first to channels last, as for a batch
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
pictures = rng.random((12, 3, 16, 16)).astype("float32")
kinds = rng.integers(0, 2, 12)


def channels_last(picture, kind):
    return tf.transpose(picture, [0, 2, 3, 1]), kind  # diagnosis: arrangement_refused


data = tf.data.Dataset.from_tensor_slices((pictures, kinds)).map(channels_last).batch(4)
for batch, _ in data:
    print(batch.shape)
