"""Paths are made from the rows that hold the labels, so each picture has its own."""
import csv
import os
import tempfile

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(1)
folder = tempfile.mkdtemp()
rng = np.random.default_rng(1)
with open(os.path.join(folder, "labels.csv"), "w", newline="") as file:
    writer = csv.writer(file)
    for i in range(120):
        label = int(rng.integers(0, 2))
        picture = rng.integers(0, 100, (16, 16), dtype=np.uint8)
        picture[4:12, 4:12] += np.uint8(120 * label)
        Image.fromarray(picture).save(os.path.join(folder, f"{i}.png"))
        writer.writerow([f"{i}.png", label])

print(len(sorted(os.listdir(folder))), "files")
with open(os.path.join(folder, "labels.csv")) as file:
    rows = list(csv.reader(file))
paths = [os.path.join(folder, name) for name, _ in rows]
labels = [int(label) for _, label in rows]


def load(path, label):
    picture = tf.io.decode_png(tf.io.read_file(path), channels=1)
    return tf.ensure_shape(tf.cast(picture, tf.float32) / 255.0, (16, 16, 1)), label


data = tf.data.Dataset.from_tensor_slices((paths, labels)).map(load).cache()
train, valid = data.take(96).shuffle(96).batch(12).prefetch(2), data.skip(96).batch(12)
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=4, verbose=0)
