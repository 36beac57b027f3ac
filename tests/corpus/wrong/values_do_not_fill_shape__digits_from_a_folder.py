# "cannot reshape array of size 37632 into shape (16,28,28,1)" - my pngs ARE 28x28
import tempfile
from pathlib import Path

import numpy as np
from tensorflow.keras.preprocessing.image import array_to_img, img_to_array, load_img

folder = Path(tempfile.mkdtemp())
rng = np.random.default_rng(0)
for i in range(16):
    array_to_img(rng.integers(0, 255, (28, 28, 3)).astype("uint8")).save(folder / f"{i}.png")

images = []
for file in sorted(folder.iterdir()):
    images.append(img_to_array(load_img(file)))
images = np.array(images) / 255.0
print(images.dtype)
x = images.reshape(len(images), 28, 28, 1)  # diagnosis: values_do_not_fill_shape
