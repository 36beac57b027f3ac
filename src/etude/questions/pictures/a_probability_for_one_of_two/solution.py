"""Learns how probable it is that a picture shows the second of two kinds of clothes."""

import keras
import numpy as np
from keras import layers

FIRST, SECOND = "Pullover", "Coat"

keras.utils.set_random_seed(1)

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = file.read().splitlines()  # the ten names, in the order of the labels
stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)

asked = np.isin(labels, [names.index(FIRST), names.index(SECOND)])
pictures = pictures[asked]  # about 2000 of them
is_second = (labels[asked] == names.index(SECOND)).astype("float32")  # what 1 means

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Rescaling(1 / 255),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),  # a probability
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.001), loss="binary_crossentropy", metrics=["accuracy"]
)
# What counts is the loss on other pictures: more epochs would make the network too sure of itself.
model.fit(
    pictures[:1600],
    is_second[:1600],
    validation_data=(pictures[1600:], is_second[1600:]),
    batch_size=32,
    epochs=8,
    verbose=2,
)
model.save("second.keras")
