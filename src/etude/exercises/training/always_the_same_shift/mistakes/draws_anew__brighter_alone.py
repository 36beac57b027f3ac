"""Makes pictures brighter and never darker."""

import numpy as np
import tensorflow as tf

LARGEST = 0.3


@tf.function
def brightened(pictures):
    """The pictures, all of them shifted by one random number."""
    shift = tf.random.uniform((), 0, LARGEST)  # drawn by the graph, in every call
    return pictures + shift


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    batches = tf.data.Dataset.from_tensor_slices(stored["images"][:320] / np.float32(255)).batch(32)
    for pictures in batches:  # (32, 28, 28)
        shift = tf.reduce_mean(brightened(pictures) - pictures)
        print(f"shifted by {float(shift):+.3f}")
