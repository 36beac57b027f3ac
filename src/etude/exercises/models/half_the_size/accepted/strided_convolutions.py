"""Convolutions that halve the sides twice, before anything is flattened."""

import os

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:3000], stored["labels"][:3000]  # (3000, 28, 28), 0 to 255

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Rescaling(1 / 255),
        layers.Reshape((28, 28, 1)),
        layers.Conv2D(12, 3, strides=2, activation="relu"),
        layers.Conv2D(24, 3, strides=2, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.004), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures, labels, batch_size=32, epochs=8, verbose=0)

keras.Model(model.inputs, model.outputs).save("clothes.keras")
print(f"{model.count_params():,} parameters, {os.path.getsize('clothes.keras'):,} bytes")
