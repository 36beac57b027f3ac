# hide the border of each picture before training
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(3)
pictures = rng.random((40, 16, 16, 3)).astype("float32")
kinds = rng.integers(0, 2, 40)

border = np.zeros((16, 16), "float32")
border[2:-2, 2:-2] = 1.0


def hide(picture, kind):
    mask = tf.constant(border)
    return picture * mask, kind  # diagnosis: operands_do_not_fit


train = tf.data.Dataset.from_tensor_slices((pictures, kinds)).map(hide).batch(8)
for batch, _ in train:
    print(batch.shape)
