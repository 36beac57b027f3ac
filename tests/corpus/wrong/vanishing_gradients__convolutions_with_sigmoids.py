"""Digits of ten classes: loss 2.30 and accuracy 0.1 from the first epoch to the last."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(0)
y = rng.integers(0, 10, 1200)
x = rng.integers(0, 120, (1200, 28, 28, 1)).astype("float32")
for image, label in zip(x, y):
    row, column = divmod(int(label), 4)
    image[row * 9 : row * 9 + 8, column * 7 : column * 7 + 6] += 130
x /= 255.0

model = models.Sequential()
model.add(layers.Input((28, 28, 1)))
model.add(layers.Conv2D(16, 3, activation="sigmoid"))  # diagnosis: vanishing_gradients
model.add(layers.MaxPooling2D())
model.add(layers.Conv2D(32, 3, activation="sigmoid"))  # diagnosis: vanishing_gradients
model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dense(128, activation="sigmoid"))  # diagnosis: vanishing_gradients
model.add(layers.Dense(64, activation="sigmoid"))  # diagnosis: vanishing_gradients
model.add(layers.Dense(10, activation="softmax"))
model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5, batch_size=64, validation_split=0.2, verbose=2)
