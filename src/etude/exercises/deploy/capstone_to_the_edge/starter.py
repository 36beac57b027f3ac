"""Trains a small network on pictures of clothes, and quantises it for a device.

TODO: train on data/fashion_mnist, convert, write edge.tflite; see README.md.
"""

import keras
import numpy as np
import tensorflow as tf

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]
