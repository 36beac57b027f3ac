"""From raw arrays to a model file, by a training loop of its own."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28), 0 to 255

# TODO: keep some pictures for validation, train a network without fit, save it as clothes.keras.
