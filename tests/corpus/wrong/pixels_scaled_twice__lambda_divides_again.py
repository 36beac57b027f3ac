"""The same network learned the digits yesterday, now it needs ten times as many epochs."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
labels = rng.integers(0, 3, 240)
pictures = rng.integers(0, 90, (240, 20, 20, 1))
for i, k in enumerate(labels):
    pictures[i, 2 + 6 * k:7 + 6 * k] += 140
x_train = pictures.astype("float32") / 255.0  # diagnosis: pixels_scaled_twice

inputs = layers.Input((20, 20, 1))
x = layers.Lambda(lambda t: t / 255.0)(inputs)  # diagnosis: pixels_scaled_twice
x = layers.Conv2D(8, 3, activation="relu")(x)
x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
outputs = layers.Dense(3, activation="softmax")(x)
model = tf.keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train[:200], labels[:200], validation_data=(x_train[200:], labels[200:]), epochs=5, verbose=2)
