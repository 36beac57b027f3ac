"""Python draws, outside of the graph, and hands a tensor in."""

import random

import numpy as np
import tensorflow as tf

LARGEST = 0.3


@tf.function
def shifted(pictures, shift):
    return pictures + shift


def brightened(pictures):
    return shifted(pictures, tf.constant(random.uniform(-LARGEST, LARGEST)))


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    batches = tf.data.Dataset.from_tensor_slices(stored["images"][:320] / np.float32(255)).batch(32)
    for pictures in batches:  # (32, 28, 28)
        shift = tf.reduce_mean(brightened(pictures) - pictures)
        print(f"shifted by {float(shift):+.3f}")
