"""Learns to tell four kinds of drawings apart with a network that knows photographs.

TODO: train what comes after the given network, and save both as carried.keras; see README.md.
"""

FOLDER = "data/clip_art"
NETWORK = "data/efficientnet_lite0/efficientnet_lite0.keras"
CLASSES = ["vehicle", "bird", "plant", "fruit"]  # the order of the outputs
SIDE = 64  # pixels
