"""Brings the pictures to the camera's size, and forgets that it hangs sideways and is negative."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

SIDE = 20  # pixels, as the camera has it

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:4000], stored["labels"][:4000]  # (4000, 28, 28) uint8, (4000,)

seen = tf.image.resize(pictures[..., np.newaxis], (SIDE, SIDE))  # (4000, SIDE, SIDE, 1)
seen = np.asarray(seen)[..., 0]

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE)),
        layers.Rescaling(1 / 255),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.1),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(
    seen[:3500],
    labels[:3500],
    validation_data=(seen[3500:], labels[3500:]),
    batch_size=64,
    epochs=3,
    verbose=2,
)
model.save("sideways.keras")
