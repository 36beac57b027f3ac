"""Learns to tell three kinds of drawings apart, whatever size the network wants.

TODO: read the folders, train a network and save a file that takes 128 x 128; see README.md.
"""

FOLDER = "data/clip_art"
CLASSES = ["vehicle", "mammal", "fruit"]  # the order of the outputs
GIVEN = 128  # pixels, as the file is given them
