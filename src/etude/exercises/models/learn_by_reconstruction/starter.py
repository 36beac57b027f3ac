"""Learns what trousers look like by rebuilding them, and tells what looks otherwise."""

import keras
import numpy as np
from keras import layers

CODE = 8  # numbers that a picture has to pass through

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = stored["images"][stored["labels"] == 1].astype("float32") / 255  # (1000, 28, 28)

# TODO: encoder, from pictures to CODE numbers; decoder, back again; autoencoder, one after the other.
encoder = decoder = autoencoder = None

# TODO: train, and save the autoencoder as trousers.keras.

# TODO: threshold, the error above which a picture is no trousers.
threshold = None
