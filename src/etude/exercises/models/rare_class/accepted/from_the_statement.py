"""Finds the shirts among pictures of clothes."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = (stored["images"] / 255).astype("float32")  # (10000, 28, 28)
    shirts = (stored["labels"] == 6).astype("int32")  # (10000,) 1 for a shirt
train_pictures, train_shirts = pictures[:2000], shirts[:2000]
test_pictures, test_shirts = pictures[6000:7500], shirts[6000:7500]

# TODO: build and train a network that looks for shirts.
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    optimizer="adam",
    loss="binary_crossentropy",
    metrics=[keras.metrics.Precision(), keras.metrics.Recall()],
)
share = train_shirts.mean()
model.fit(
    train_pictures[..., np.newaxis],
    train_shirts,
    epochs=10,
    batch_size=32,
    class_weight={0: 0.5 / (1 - share), 1: 0.5 / share},
    verbose=0,
)


def is_shirt(pictures):
    """True for each picture (n, 28, 28) that shows a shirt, as an array (n,)."""
    probabilities = model.predict(pictures[..., np.newaxis], verbose=0)
    return probabilities[:, 0] > 0.5


found = is_shirt(test_pictures)
print(f"{found[test_shirts == 1].sum()} of {test_shirts.sum()} shirts found, {found.sum()} called so")
