"""Training on my own photos is very unstable: loss 40, then 3, then 11. The architecture is from a paper."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

SIZE = 32


def write_pictures(root):
    rng = np.random.default_rng(5)
    for kind in ("day", "night"):
        folder = Path(root, kind)
        folder.mkdir(parents=True, exist_ok=True)
        for i in range(20):
            low, high = (90, 256) if kind == "day" else (0, 150)
            pixels = rng.integers(low, high, (SIZE, SIZE, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / f"{kind}_{i}.jpg")


class PhotoNet(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.conv1 = tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu")  # diagnosis: pixels_not_scaled
        self.conv2 = tf.keras.layers.Conv2D(16, 3, strides=2, activation="relu")
        self.pool = tf.keras.layers.GlobalAveragePooling2D()
        self.head = tf.keras.layers.Dense(1, activation="sigmoid")

    def call(self, images):
        return self.head(self.pool(self.conv2(self.conv1(images))))


tf.keras.utils.set_random_seed(5)
write_pictures("photos")
train, val = tf.keras.utils.image_dataset_from_directory(
    "photos", validation_split=0.2, subset="both", seed=3, image_size=(SIZE, SIZE), batch_size=8
)
train, val = train.prefetch(tf.data.AUTOTUNE), val.prefetch(tf.data.AUTOTUNE)
net = PhotoNet()
net.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
net.fit(train, validation_data=val, epochs=4, verbose=2)  # diagnosis: pixels_not_scaled
