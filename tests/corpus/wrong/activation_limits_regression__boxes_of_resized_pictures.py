"""Every box comes out as 1, 1, 1, 1. I divide them by the size of the input, 32, as the tutorials do."""
import numpy as np
from PIL import Image
from tensorflow.keras import layers, models, utils

utils.set_random_seed(2)
rng = np.random.default_rng(2)
SIZE = 32
pictures, boxes = [], []
for _ in range(200):
    height, width = rng.integers(60, 200, 2)
    photo = rng.integers(0, 70, (height, width)).astype("uint8")
    w, h = width // 4, height // 5
    x1, y1 = rng.integers(0, width - w), rng.integers(0, height - h)
    photo[y1:y1 + h, x1:x1 + w] += 160
    pictures.append(np.asarray(Image.fromarray(photo).resize((SIZE, SIZE)))[..., None])
    boxes.append([x1 / SIZE, y1 / SIZE, (x1 + w) / SIZE, (y1 + h) / SIZE])
X = np.array(pictures) / 255.0
y = np.array(boxes, dtype="float32")

model = models.Sequential([
    layers.Input((SIZE, SIZE, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(4, activation="sigmoid"),  # diagnosis: activation_limits_regression
])
model.compile("adam", "mse")
model.fit(X[:180], y[:180], epochs=5, validation_data=(X[180:], y[180:]), verbose=2)
print(model.predict(X[180:183], verbose=0) * SIZE)
