"""A network that names five kinds of flowers on a phone."""

import os

import keras
from keras import layers

keras.utils.set_random_seed(1)

model = keras.Sequential([
    keras.Input((224, 224, 3)),
    layers.Rescaling(1 / 255),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),  # (B, 111, 111, 16)
    layers.Conv2D(32, 3, activation="relu"),  # (B, 109, 109, 32)
    layers.MaxPooling2D(4),
    layers.Conv2D(16, 3, strides=2, activation="relu"),
    layers.MaxPooling2D(4),
    layers.Flatten(),
    layers.Dense(64, activation="relu"),
    layers.Dense(5, activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

model.save("flowers.keras")
print(f"{model.count_params():,} weights, {os.path.getsize('flowers.keras'):,} bytes")
