"""Segmentation of one thing: target and output must have the same shape, but mine differ in the last number."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(1)
scans = rng.normal(0, 0.2, (24, 20, 20, 1)).astype("float32")
masks = np.zeros_like(scans)
for scan, mask in zip(scans, masks):
    r, c = rng.integers(0, 12, 2)
    mask[r:r + 7, c:c + 7] = 1
    scan += mask

model = tf.keras.Sequential([
    layers.Input((20, 20, 1)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(2, 1, activation="sigmoid"),  # diagnosis: targets_of_other_width
])
model.compile("adam", "binary_crossentropy")
model.fit(scans, masks, epochs=2, verbose=0)
