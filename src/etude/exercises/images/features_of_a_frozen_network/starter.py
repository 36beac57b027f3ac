"""Names clip art with the features of a network that has learned from photographs."""

import keras
from keras import layers

CLASSES = ["bird", "plant", "vehicle"]
SIDE = 96  # pixels

keras.utils.set_random_seed(1)

training_data, test_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    validation_split=0.4,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

# TODO: load the network, and freeze it.

# TODO: model, which takes pictures like those above and gives three probabilities or logits.
model = None
