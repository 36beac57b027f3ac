"""Input 0 is incompatible: expected shape=(None, 24, 24, 3), found shape=(None, None, 24, 24, 3)."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

rng = np.random.default_rng(0)
for name in ["no", "yes"]:
    Path("data", name).mkdir(parents=True, exist_ok=True)
    for i in range(10):
        pixels = rng.integers(0, 200, (24, 24, 3), dtype=np.uint8)
        Image.fromarray(pixels + (40 if name == "yes" else 0)).save(f"data/{name}/{i}.png")

ds = tf.keras.utils.image_dataset_from_directory("data", image_size=(24, 24), shuffle=True, seed=1)
ds = ds.map(lambda image, label: (image / 255.0, label), num_parallel_calls=tf.data.AUTOTUNE)
ds = ds.batch(4).prefetch(tf.data.AUTOTUNE)  # diagnosis: batched_twice

model = tf.keras.Sequential([
    tf.keras.layers.Input((24, 24, 3)),
    tf.keras.layers.Conv2D(4, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(ds, epochs=2)  # diagnosis: batched_twice
