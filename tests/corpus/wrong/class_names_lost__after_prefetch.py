"""AttributeError: '_PrefetchDataset' object has no attribute 'class_names'. It is in the tutorial!"""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

rng = np.random.default_rng(0)
for name in ("up", "down"):
    Path("arrows", name).mkdir(parents=True, exist_ok=True)
    for i in range(4):
        Image.fromarray(rng.integers(0, 256, (8, 8, 3), dtype=np.uint8)).save(f"arrows/{name}/{i}.png")

ds = tf.keras.utils.image_dataset_from_directory("arrows", image_size=(8, 8), batch_size=4, seed=1)
ds = ds.map(lambda x, y: (x / 255.0, y)).prefetch(tf.data.AUTOTUNE)
names = ds.class_names  # diagnosis: class_names_lost
print("classes:", names)
