"""Tells ten kinds of clothes apart."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

CLASSES = [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
]

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][:, ::2, ::2, np.newaxis] / 255.0  # (10000, 14, 14, 1): every other pixel
labels = stored["labels"].astype("int32")  # (10000,)
train_pictures, train_labels = pictures[:2000], labels[:2000]
test_pictures, test_labels = pictures[3000:4000], labels[3000:4000]

model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.Conv2D(24, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_pictures, train_labels, epochs=6, verbose=0)

probabilities = model.predict(test_pictures, verbose=0)  # (1000, 10)
named = probabilities.argmax(axis=1)  # (1000,)
right = named == test_labels  # (1000,)
accuracy = float(right.mean())

# TODO: recall, a dict: name of a class -> share of its test pictures that are named rightly.
# TODO: top_two, how often the true class is one of the two most probable ones.

print(f"accuracy {accuracy:.3f}")
