"""Boxes divided by the size of the photo that they were marked in, then the photo is resized."""
import numpy as np
from PIL import Image
from tensorflow.keras import layers, models, utils

utils.set_random_seed(2)
rng = np.random.default_rng(2)
SIZE = 32
pictures, boxes = [], []
for _ in range(400):
    height, width = rng.integers(60, 200, 2)
    photo = rng.integers(0, 70, (height, width)).astype("uint8")
    w, h = width // 4, height // 5
    x1, y1 = rng.integers(0, width - w), rng.integers(0, height - h)
    photo[y1:y1 + h, x1:x1 + w] += 160
    pictures.append(np.asarray(Image.fromarray(photo).resize((SIZE, SIZE)))[..., None])
    boxes.append([x1 / width, y1 / height, (x1 + w) / width, (y1 + h) / height])
X = np.array(pictures) / 255.0
y = np.array(boxes, dtype="float32")

model = models.Sequential([
    layers.Input((SIZE, SIZE, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(4, activation="sigmoid"),
])
model.compile("adam", "mse")
model.fit(X[:360], y[:360], epochs=12, validation_data=(X[360:], y[360:]), verbose=2)
