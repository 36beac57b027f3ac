"""One picture at a time still has many pixels, over which batch normalization takes its statistics."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
masks = np.zeros((60, 32, 32, 1), "float32")
for mask in masks:
    r, c = rng.integers(0, 20, 2)
    mask[r:r + 10, c:c + 10] = 1.0
images = masks * 0.5 + rng.random(masks.shape).astype("float32") * 0.4

model = tf.keras.Sequential([layers.Input((32, 32, 1))])
for _ in range(2):
    model.add(layers.Conv2D(8, 3, padding="same", use_bias=False))
    model.add(layers.BatchNormalization(momentum=0.9))
    model.add(layers.ReLU())
model.add(layers.Conv2D(1, 1, activation="sigmoid"))
model.compile(tf.keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=[tf.keras.metrics.BinaryIoU([1])])
model.fit(images[:48], masks[:48], batch_size=1, epochs=4, validation_data=(images[48:], masks[48:]), verbose=0)
