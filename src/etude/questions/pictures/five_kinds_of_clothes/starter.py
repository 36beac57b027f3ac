"""Learns to tell five kinds of clothes apart.

TODO: train a network and save it as clothes.keras; see README.md.
"""

import numpy as np

CLASSES = ["Shirt", "Sandal", "Bag", "Pullover", "Coat"]  # the order of the outputs

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = file.read().splitlines()  # the ten names, in the order of the labels
stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)
