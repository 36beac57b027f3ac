"""A network that names five kinds of flowers on a phone."""

import os

import keras
from keras import layers

keras.utils.set_random_seed(1)

pictures = keras.Input((224, 224, 3))
x = layers.Rescaling(1 / 255)(pictures)
x = layers.Conv2D(16, 3, activation="relu", strides=2)(x)
x = layers.Conv2D(32, 3, activation="relu", strides=2)(x)
x = layers.GlobalMaxPooling2D()(x)
x = layers.Dense(64, activation="relu")(x)
model = keras.Model(pictures, layers.Dense(5, activation="softmax")(x))
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)

model.save("flowers.keras")
print(f"{model.count_params():,} weights, {os.path.getsize('flowers.keras'):,} bytes")
