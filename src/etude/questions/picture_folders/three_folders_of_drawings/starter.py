"""Learns to tell three kinds of drawings apart.

TODO: read the folders, train a network and save it as drawings.keras; see README.md.
"""

FOLDER = "data/clip_art"
CLASSES = ["vehicle", "fruit", "plant"]  # the order of the outputs
SIDE = 32  # pixels
