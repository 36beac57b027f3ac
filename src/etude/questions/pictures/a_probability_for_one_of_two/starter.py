"""Learns how probable it is that a picture shows the second of two kinds of clothes.

TODO: train a network and save it as second.keras; see README.md.
"""

import numpy as np

FIRST, SECOND = "Pullover", "Coat"

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = file.read().splitlines()  # the ten names, in the order of the labels
stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)
