"""The same architecture reaches 90 % in the other framework, here 40 %."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
labels = rng.integers(0, 3, 180)
images = rng.random((180, 3, 32, 32)).astype("float32") * 0.5
for i, k in enumerate(labels):
    r, c = rng.integers(0, 24, 2)
    images[i, k, r:r + 8, c:c + 8] += 0.5

model = tf.keras.Sequential([
    layers.Input(shape=images.shape[1:]),
    layers.Conv2D(16, 3, padding="same", activation="relu"),  # diagnosis: channels_come_first
    layers.MaxPooling2D(padding="same"),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(padding="same"),
    layers.Flatten(),
    layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(images[:150], labels[:150], epochs=4, validation_data=(images[150:], labels[150:]), verbose=2)
