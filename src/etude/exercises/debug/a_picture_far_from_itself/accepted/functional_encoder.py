"""A functional model inside the model, and a layer that subtracts."""

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)


def build_encoder():
    picture = keras.Input((28, 28))
    x = layers.Dense(64, activation="relu")(layers.Flatten()(picture))
    return keras.Model(picture, layers.Dense(16)(x))


first = keras.Input((28, 28), name="first")
second = keras.Input((28, 28), name="second")
encoder = build_encoder()
differences = ops.abs(layers.Subtract()([encoder(first), encoder(second)]))
distance = ops.sum(differences, axis=1, keepdims=True)  # (batch, 1)
model = keras.Model([first, second], distance)

stored = np.load("data/fashion_mnist/train.npz")
pictures = (stored["images"][:100] / 255.0).astype("float32")  # (100, 28, 28)
to_itself = model.predict([pictures, pictures], verbose=0)
to_another = model.predict([pictures, np.roll(pictures, 1, axis=0)], verbose=0)
print(f"distance of a picture to itself  {to_itself.mean():.2f}")
print(f"distance of a picture to another {to_another.mean():.2f}")
