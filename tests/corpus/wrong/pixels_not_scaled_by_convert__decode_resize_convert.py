"""I convert to float32, which the docs say scales to [0,1], but the maximum of a batch is 217."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

rng = np.random.default_rng(1)
paths, labels = [], []
Path("pics").mkdir(exist_ok=True)
for i in range(40):
    label = i % 2
    pixels = rng.integers(0, 220, (40, 40, 3), dtype=np.uint8)
    pixels[..., 2 * label] //= 3
    path = f"pics/{i}.png"
    Image.fromarray(pixels).save(path)
    paths.append(path)
    labels.append(label)


def load(path, label):
    image = tf.io.decode_png(tf.io.read_file(path), channels=3)
    image = tf.image.resize(image, (24, 24))
    image = tf.image.convert_image_dtype(image, tf.float32)  # diagnosis: pixels_not_scaled_by_convert
    return image, label


everything = tf.data.Dataset.from_tensor_slices((paths, labels))
train = everything.take(30).shuffle(30).map(load, tf.data.AUTOTUNE).batch(10).prefetch(1)
test = everything.skip(30).map(load, tf.data.AUTOTUNE).batch(10).prefetch(1)
print("largest pixel:", max(float(tf.reduce_max(x)) for x, _ in train))

model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalMaxPooling2D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=test, epochs=4, verbose=2)
