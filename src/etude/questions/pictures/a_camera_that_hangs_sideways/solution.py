"""Learns ten kinds of clothes for a camera that hangs sideways."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

SIDE = 20  # pixels, as the camera has it
TURNS = 1  # quarter turns against the clock

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:4000], stored["labels"][:4000]  # (4000, 28, 28) uint8, (4000,)

seen = 255 - np.rot90(pictures, TURNS, axes=(1, 2))  # axis 0 counts the pictures
seen = tf.image.resize(seen[..., np.newaxis], (SIDE, SIDE))  # (4000, SIDE, SIDE, 1)
seen = np.asarray(seen)[..., 0]

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE)),
        layers.Rescaling(-1 / 255, offset=1),  # the background becomes 0
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
    epochs=6,
    verbose=2,
)
model.save("sideways.keras")
