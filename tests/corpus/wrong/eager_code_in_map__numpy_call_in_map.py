"""AttributeError: 'SymbolicTensor' object has no attribute 'numpy'. It works when I call the function myself!"""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

Path("img").mkdir(exist_ok=True)
rng = np.random.default_rng(0)
for i in range(8):
    Image.fromarray(rng.integers(0, 256, (10, 10, 3), dtype=np.uint8)).save(f"img/{i}.png")


def read_image(path):
    picture = Image.open(path.numpy().decode())  # diagnosis: eager_code_in_map
    return np.asarray(picture, dtype="float32") / 255.0


files = tf.data.Dataset.list_files("img/*.png", shuffle=False)
print(read_image(next(iter(files))).shape)
images = files.map(read_image).batch(4)  # diagnosis: eager_code_in_map
print(next(iter(images)).shape)
