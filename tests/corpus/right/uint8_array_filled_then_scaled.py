"""Pictures are read into one array of bytes, and scaled when all of them are there."""
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
X = np.zeros((len(names), 24, 24, 1), dtype="uint8")
y = np.zeros(len(names), dtype=int)
for k, name in enumerate(names):
    X[k, :, :, 0] = np.array(Image.open(os.path.join(place, name)))
    y[k] = int(name[:3]) % 3
X = X.astype("float32") / 255

order = np.random.default_rng(1).permutation(len(X))
X, y = X[order], y[order]
model = keras.Sequential([
    keras.Input((24, 24, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(keras.optimizers.Adam(5e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X[:200], y[:200], validation_data=(X[200:], y[200:]), epochs=8, verbose=2)
