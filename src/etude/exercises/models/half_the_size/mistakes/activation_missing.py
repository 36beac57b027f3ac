"""Two small layers, and nothing between them."""

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
        layers.Flatten(),
        layers.Dense(16),  # diagnosis: activation_missing
        layers.Dense(16),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures, labels, batch_size=32, epochs=1, verbose=0)

# The same layers in a model that was never compiled: the file holds no state of an optimizer.
keras.Sequential([keras.Input((28, 28)), *model.layers]).save("clothes.keras")
print(f"{model.count_params():,} parameters, {os.path.getsize('clothes.keras'):,} bytes")
