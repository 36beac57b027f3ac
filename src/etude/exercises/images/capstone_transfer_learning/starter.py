"""From folders of clip art to one file that names drawings with a network that knows photographs."""

import keras
from keras import layers

CLASSES = ["mammal", "bird", "bug", "fruit", "plant", "vehicle"]
SIDE = 128  # pixels

# TODO: read the drawings, and hold some back as validation_data.

# TODO: put a head on the given network, train it, and save the whole as drawings.keras.
