"""Scales outside: the file takes other pixels than it learned from."""

import os

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:3000] / 255, stored["labels"][:3000]  # diagnosis: scaling_missing_in_model

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(20, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures, labels, batch_size=32, epochs=8, verbose=0)

# The same layers in a model that was never compiled: the file holds no state of an optimizer.
keras.Sequential([keras.Input((28, 28)), *model.layers]).save("clothes.keras")
print(f"{model.count_params():,} parameters, {os.path.getsize('clothes.keras'):,} bytes")
