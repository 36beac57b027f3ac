"""The features of a trained network, in the order of the files, and labels written down in it."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
for part, count in (("train", 60), ("valid", 30)):
    for turned, name in enumerate(("bars", "stripes")):
        Path("cloth", part, name).mkdir(parents=True, exist_ok=True)
        for i in range(count):
            wave = 120 + 80 * np.sin(np.arange(12) * 1.5 + rng.uniform(0, 6))
            pixels = np.tile(wave, (12, 1)) + rng.normal(0, 15, (12, 12))
            pixels = np.clip(pixels.T if turned else pixels, 0, 255).astype("uint8")
            Image.fromarray(np.stack([pixels] * 3, axis=-1)).save(f"cloth/{part}/{name}/{i}.png")

base = tf.keras.Sequential([
    tf.keras.Input((12, 12, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(2),
])
reader = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)


def save_features():
    generator = reader.flow_from_directory("cloth/train", target_size=(12, 12), batch_size=15, class_mode=None, shuffle=False)
    np.save("features_train.npy", base.predict(generator, verbose=0))
    generator = reader.flow_from_directory("cloth/valid", target_size=(12, 12), batch_size=15, class_mode=None, shuffle=False)
    np.save("features_valid.npy", base.predict(generator, verbose=0))


def train_top():
    x, x_valid = np.load("features_train.npy"), np.load("features_valid.npy")
    y = np.array([0] * 60 + [1] * 60)
    y_valid = np.array([0] * 30 + [1] * 30)
    top = tf.keras.Sequential([
        tf.keras.Input(x.shape[1:]),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(16, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    top.compile("rmsprop", "binary_crossentropy", metrics=["accuracy"])
    top.fit(x, y, epochs=12, batch_size=16, validation_data=(x_valid, y_valid), verbose=0)


save_features()
train_top()
