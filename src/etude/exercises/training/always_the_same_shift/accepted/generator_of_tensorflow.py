"""A generator of TensorFlow keeps its state in a variable."""

import numpy as np
import tensorflow as tf

LARGEST = 0.3
generator = tf.random.Generator.from_seed(7)


@tf.function
def brightened(pictures):
    return pictures + generator.uniform(shape=(), minval=-LARGEST, maxval=LARGEST)


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    batches = tf.data.Dataset.from_tensor_slices(stored["images"][:320] / np.float32(255)).batch(32)
    for pictures in batches:  # (32, 28, 28)
        shift = tf.reduce_mean(brightened(pictures) - pictures)
        print(f"shifted by {float(shift):+.3f}")
