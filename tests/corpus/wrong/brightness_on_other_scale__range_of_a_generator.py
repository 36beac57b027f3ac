"""Augmentation makes it worse: without brightness_range 100 %, with it the loss stays at log(4)."""
import numpy as np
from tensorflow.keras import layers, models, utils
from tensorflow.keras.preprocessing.image import ImageDataGenerator

utils.set_random_seed(0)
rng = np.random.default_rng(6)
labels = rng.integers(0, 4, 240)
images = rng.integers(0, 90, (240, 16, 16, 3))
for i, k in enumerate(labels):
    images[i, 8 * (k // 2) + 1:8 * (k // 2) + 7, 8 * (k % 2) + 1:8 * (k % 2) + 7] += 130
images = images.astype("float32") / 255.0

datagen = ImageDataGenerator(
    width_shift_range=0.05,
    brightness_range=[0.8, 1.2],  # diagnosis: brightness_on_other_scale
    fill_mode="nearest")

model = models.Sequential([
    layers.Input((16, 16, 3)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(4, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(datagen.flow(images[:200], labels[:200], batch_size=16), epochs=4,
          validation_data=(images[200:], labels[200:]), verbose=2)
