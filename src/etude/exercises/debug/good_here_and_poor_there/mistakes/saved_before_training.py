"""Saves in between."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)


stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"]  # (10000, 28, 28) uint8, (10000,)

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Rescaling(1 / 127.5, offset=-1),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.save("clothes.keras")  # diagnosis: saved_before_training
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures[:4000], labels[:4000], batch_size=32, epochs=6, verbose=0)

loss, accuracy = model.evaluate(pictures[4000:6000], labels[4000:6000], verbose=0)
print(f"on 2000 other pictures: loss {loss:.2f}, accuracy {accuracy:.2f}")
