"""From reviews to one file that says of any text whether it is great praise."""

import keras

# TODO: read the reviews, train a network, and save a model that takes texts as reviews.keras.
