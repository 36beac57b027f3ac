"""Saving what my decoder draws: expected rank 3."""
import os
import tempfile

import keras
import numpy as np

decoder = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(7 * 7 * 4, activation="relu"),
    keras.layers.Reshape((7, 7, 4)),
    keras.layers.Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid"),
])
drawn = decoder.predict(np.random.default_rng(19).normal(size=(1, 4)), verbose=0)
path = os.path.join(tempfile.mkdtemp(), "drawn.png")
keras.utils.save_img(path, drawn)  # diagnosis: one_picture_at_a_time
