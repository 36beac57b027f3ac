"""Mended, and saved under a name that Keras does not take."""

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
    layers.GlobalAveragePooling2D(),  # (B, 32): one number for each filter
    layers.Dense(64, activation="relu"),
    layers.Dense(5, activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

model.save("flowers")  # diagnosis: wrong_save_suffix
print(f"{model.count_params():,} weights, {os.path.getsize('flowers.keras'):,} bytes")
