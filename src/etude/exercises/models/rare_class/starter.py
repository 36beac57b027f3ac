"""Finds the shirts among pictures of clothes."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = (stored["images"] / 255).astype("float32")  # (10000, 28, 28)
    shirts = (stored["labels"] == 6).astype("int32")  # (10000,) 1 for a shirt
train_pictures, train_shirts = pictures[:2000], shirts[:2000]
test_pictures, test_shirts = pictures[6000:7500], shirts[6000:7500]

# TODO: build and train a network that looks for shirts.
model = None


def is_shirt(pictures):
    """True for each picture (n, 28, 28) that shows a shirt, as an array (n,)."""
    # TODO: turn what the model says into decisions.
    return np.zeros(len(pictures), dtype=bool)


found = is_shirt(test_pictures)
print(f"{found[test_shirts == 1].sum()} of {test_shirts.sum()} shirts found, {found.sum()} called so")
