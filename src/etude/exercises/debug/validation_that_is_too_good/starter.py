"""Learns to tell ten kinds of clothes apart, and validates on pictures that it holds back.

TODO: validation is far better than anything new pictures confirm. Find the one thing that is wrong.
"""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:1000] / 255.0, stored["labels"][:1000]
held_out = 200

data = tf.data.Dataset.from_tensor_slices((pictures, labels)).shuffle(1000)
validation_data = data.take(held_out).batch(50)
training_data = data.skip(held_out).batch(50)

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(256, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(training_data, validation_data=validation_data, epochs=30, verbose=0)
print(f"validation accuracy {history.history['val_accuracy'][-1]:.3f}")

others = slice(1000, 3000)
_, accuracy = model.evaluate(stored["images"][others] / 255.0, stored["labels"][others], verbose=0)
print(f"accuracy on 2000 other pictures {accuracy:.3f}")
