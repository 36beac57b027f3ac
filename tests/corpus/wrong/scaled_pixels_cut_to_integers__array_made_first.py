"""The array for my pictures is made first and filled in a loop; the network guesses from then on"""
import os
import tempfile

import numpy as np
from PIL import Image
from tensorflow import keras

place = tempfile.mkdtemp()
rng = np.random.default_rng(2)
for number in range(240):
    tile = rng.integers(0, 120, (24, 24))
    tile[8 * (number % 3):8 * (number % 3) + 8] += 130
    Image.fromarray(tile.astype("uint8")).save(os.path.join(place, f"{number:03}.png"))

names = sorted(os.listdir(place))
X = np.zeros((len(names), 24, 24, 1), dtype="uint8")  # diagnosis: scaled_pixels_cut_to_integers
y = np.zeros(len(names), dtype=int)
for k, name in enumerate(names):
    tile = np.array(Image.open(os.path.join(place, name)))
    X[k, :, :, 0] = tile / 255  # diagnosis: scaled_pixels_cut_to_integers
    y[k] = int(name[:3]) % 3

model = keras.Sequential([
    keras.Input((24, 24, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=8, verbose=2)
