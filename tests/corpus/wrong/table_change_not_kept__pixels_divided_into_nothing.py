"""Dividing by 255 makes no difference to my accuracy"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(1)
labels = np.arange(400) % 2
images = np.zeros((400, 12, 12, 1))
images[labels == 1, 3:9, 3:9] = 220
images[labels == 0, 3:9, 5:7] = 220
images = images + rng.integers(0, 30, images.shape)
images / 255.0  # diagnosis: table_change_not_kept

model = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(images, labels, epochs=3, validation_split=0.2)
