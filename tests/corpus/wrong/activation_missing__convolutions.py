"""Are two convolutions in a row without activation as good as one larger one?"""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

inputs = keras.Input((28, 28, 1))
features = layers.Conv2D(8, 3)(inputs)  # diagnosis: activation_missing
features = layers.MaxPooling2D()(features)
features = layers.Conv2D(8, 3)(features)
model = keras.Model(inputs, layers.Dense(10, "softmax")(layers.Flatten()(features)))
model.compile("adam", "sparse_categorical_crossentropy")
