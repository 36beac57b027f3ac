"""From pieces of one text in twenty languages to one file that names the language of any text."""

import keras

# TODO: read the pieces, train a network, and save a model that takes texts as languages.keras.
