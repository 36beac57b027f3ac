"""Keeps scaling outside the network that learns, and wraps both into the file."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

CLASSES = ["Trouser", "Coat", "Bag", "Ankle boot"]

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = file.read().splitlines()
with np.load("data/fashion_mnist/train.npz") as stored:
    images, numbers = stored["images"], stored["labels"]

wanted = np.array([CLASSES.index(name) if name in CLASSES else -1 for name in names])
places = wanted[numbers]  # (10000,) of which -1 is none of the four
pictures, labels = images[places >= 0], places[places >= 0]  # mixed, as they are stored
pictures = pictures.astype("float32") / 127.5 - 1
train, judge = slice(None, 1600), slice(1600, 2000)

network = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(4, activation="softmax"),
    ]
)
network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
network.fit(
    pictures[train],
    labels[train],
    validation_data=(pictures[judge], labels[judge]),
    epochs=8,
    verbose=0,
)

stored_pixels = keras.Input((28, 28))
outputs = network(layers.Rescaling(1 / 127.5, offset=-1)(stored_pixels))
keras.Model(stored_pixels, outputs).save("clothes.keras")
