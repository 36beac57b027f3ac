"""Photos from the web in one object array: fit stops with Invalid dtype: object"""
import os
import tempfile

import numpy as np
from PIL import Image
from tensorflow import keras

place = tempfile.mkdtemp()
rng = np.random.default_rng(0)
for number in range(24):
    height, width = rng.integers(40, 80, 2)
    shade = 60 if number % 2 else 180
    photo = rng.normal(shade, 20, (height, width, 3)).clip(0, 255).astype("uint8")
    Image.fromarray(photo).save(os.path.join(place, f"{number:02}.png"))

names = sorted(os.listdir(place))
photos = np.empty(len(names), dtype=object)
for i, name in enumerate(names):
    photos[i] = np.asarray(Image.open(os.path.join(place, name))) / 255.0
bright = np.array([int(name[:2]) % 2 == 0 for name in names], dtype="float32")

model = keras.Sequential([
    keras.Input((None, None, 3)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(photos, bright, epochs=3)  # diagnosis: rows_make_no_array
