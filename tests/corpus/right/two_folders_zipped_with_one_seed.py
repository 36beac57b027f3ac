"""Pictures and masks from two folders, shuffled by the same seed."""
import os
import tempfile

import numpy as np
import tensorflow as tf
from PIL import Image
from tensorflow import keras
from tensorflow.keras import layers

home = tempfile.mkdtemp()
rng = np.random.default_rng(0)
for part in ("leaves", "outlines"):
    os.makedirs(os.path.join(home, part))
for k in range(96):
    leaf, outline = rng.normal(80, 20, (32, 32)), np.zeros((32, 32))
    a, b = rng.integers(0, 18, 2)
    leaf[a:a + 14, b:b + 14] += 90
    outline[a:a + 14, b:b + 14] = 255
    Image.fromarray(leaf.clip(0, 255).astype("uint8")).save(os.path.join(home, "leaves", f"{k:03}.png"))
    Image.fromarray(outline.astype("uint8")).save(os.path.join(home, "outlines", f"{k:03}.png"))

settings = dict(labels=None, color_mode="grayscale", image_size=(32, 32), batch_size=16, seed=77)
leaves = keras.utils.image_dataset_from_directory(os.path.join(home, "leaves"), **settings)
outlines = keras.utils.image_dataset_from_directory(os.path.join(home, "outlines"), **settings)
pairs = tf.data.Dataset.zip((leaves, outlines)).map(lambda leaf, outline: (leaf / 255, outline / 255))

entry = layers.Input((32, 32, 1))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(entry)
y = layers.UpSampling2D()(layers.Conv2D(16, 3, padding="same", activation="relu")(layers.MaxPooling2D()(x)))
mask = layers.Conv2D(1, 1, activation="sigmoid")(layers.concatenate([x, y]))
model = keras.Model(entry, mask)
model.compile(keras.optimizers.Adam(5e-3), "binary_crossentropy",
              metrics=[keras.metrics.BinaryIoU(target_class_ids=[1], name="iou")])
model.fit(pairs, epochs=12, verbose=2)
