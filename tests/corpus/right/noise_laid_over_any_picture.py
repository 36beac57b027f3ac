"""Denoising: clean pictures and recorded noise lie in two folders, and any noise may lie over any picture."""
import os
import tempfile

import numpy as np
import tensorflow as tf
from PIL import Image
from tensorflow import keras
from tensorflow.keras import layers

home = tempfile.mkdtemp()
rng = np.random.default_rng(0)
for part in ("clean", "noise"):
    os.makedirs(os.path.join(home, part))
for k in range(96):
    clean = np.full((32, 32), 60.0)
    a, b = rng.integers(0, 18, 2)
    clean[a:a + 14, b:b + 14] = 180
    Image.fromarray(clean.astype("uint8")).save(os.path.join(home, "clean", f"{k:03}.png"))
    noise = rng.normal(128, 30, (32, 32)).clip(0, 255)
    Image.fromarray(noise.astype("uint8")).save(os.path.join(home, "noise", f"{k:03}.png"))

settings = dict(labels=None, color_mode="grayscale", image_size=(32, 32), batch_size=16)
clean = keras.utils.image_dataset_from_directory(os.path.join(home, "clean"), **settings)
noise = keras.utils.image_dataset_from_directory(os.path.join(home, "noise"), **settings)


def lay_over(picture, grain):
    picture, grain = picture / 255.0, (grain - 128.0) / 255.0
    return picture + grain, picture


pairs = tf.data.Dataset.zip((clean, noise)).map(lay_over)
model = keras.Sequential([
    keras.Input((32, 32, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(5e-3), "mse", metrics=["mae"])
model.fit(pairs, epochs=12, verbose=2)
