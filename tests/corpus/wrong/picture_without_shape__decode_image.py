"""ValueError: 'images' contains no shape, when I resize pictures that decode_image has read."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

Path("mixed").mkdir(exist_ok=True)
rng = np.random.default_rng(0)
for i in range(6):
    Image.fromarray(rng.integers(0, 256, (9, 9, 3), dtype=np.uint8)).save(f"mixed/{i}.{'png' if i % 2 else 'jpg'}")


def load(path):
    picture = tf.image.decode_image(tf.io.read_file(path), channels=3)  # diagnosis: picture_without_shape
    return tf.image.resize(picture, (16, 16)) / 255.0  # diagnosis: picture_without_shape


paths = sorted(str(path) for path in Path("mixed").iterdir())
ds = tf.data.Dataset.from_tensor_slices(paths).map(load).batch(2)  # diagnosis: picture_without_shape
print(next(iter(ds)).shape)
