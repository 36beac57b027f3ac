"""'Found 36 files belonging to 2 classes' - but I have three kinds of leaves, and the accuracy is at chance."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for part in ("test", "train"):
    for number, name in enumerate(("birch", "maple", "oak")):
        Path("leaves", part, name).mkdir(parents=True, exist_ok=True)
        for i in range(6):
            pixels = rng.integers(0, 100, (12, 12, 3), dtype=np.uint8)
            pixels[..., number] += 120
            Image.fromarray(pixels).save(f"leaves/{part}/{name}/{i}.png")

ds = tf.keras.utils.image_dataset_from_directory("leaves", image_size=(12, 12), batch_size=6, seed=0)  # diagnosis: folders_are_not_classes
model = tf.keras.Sequential([
    tf.keras.Input((12, 12, 3)),
    tf.keras.layers.Rescaling(1 / 255),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(ds.prefetch(1), epochs=4, verbose=2)
