"""Patches of a picture as tokens, and a picture made again with a wide last filter."""
import keras
from keras import layers

inputs = keras.Input((64, 64, 3))
patches = layers.Conv2D(48, 16, strides=16)(inputs)
patches = layers.Conv2D(48, 1, activation="gelu")(patches)
grown = layers.UpSampling2D(16)(patches)
picture = layers.Conv2D(3, 9, padding="same", activation="sigmoid")(grown)
model = keras.Model(inputs, picture)
model.compile("adam", "mse")
