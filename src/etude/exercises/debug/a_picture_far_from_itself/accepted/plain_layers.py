"""Three layers, each called on both inputs."""

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)


first = keras.Input((28, 28), name="first")
second = keras.Input((28, 28), name="second")
flatten, hidden, last = layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(16)


def encode(picture):
    return last(hidden(flatten(picture)))


differences = ops.abs(encode(first) - encode(second))
distance = ops.sum(differences, axis=1, keepdims=True)  # (batch, 1)
model = keras.Model([first, second], distance)

stored = np.load("data/fashion_mnist/train.npz")
pictures = (stored["images"][:100] / 255.0).astype("float32")  # (100, 28, 28)
to_itself = model.predict([pictures, pictures], verbose=0)
to_another = model.predict([pictures, np.roll(pictures, 1, axis=0)], verbose=0)
print(f"distance of a picture to itself  {to_itself.mean():.2f}")
print(f"distance of a picture to another {to_another.mean():.2f}")
