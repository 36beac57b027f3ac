"""Learns ten kinds of clothes for a camera that hangs sideways.

TODO: bring the pictures into the form that the camera gives them, train, and save sideways.keras.
"""

import numpy as np

SIDE = 20  # pixels, as the camera has it
TURNS = 1  # quarter turns against the clock

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)
