"""Weights as an array."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = (stored["images"] / 255).astype("float32")  # (10000, 28, 28)
    shirts = (stored["labels"] == 6).astype("int32")  # (10000,) 1 for a shirt
train_pictures, train_shirts = pictures[:2000], shirts[:2000]
test_pictures, test_shirts = pictures[6000:7500], shirts[6000:7500]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),  # (pictures, 784)
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),  # (pictures, 1) probability of a shirt
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.001),
    loss="binary_crossentropy",
    metrics=[keras.metrics.Recall(), keras.metrics.AUC(curve="PR")],
)
counts = np.bincount(train_shirts)  # (2,) others and shirts
weights = len(train_shirts) / (2 * counts)  # both classes weigh the same in the loss
model.fit(
    train_pictures,
    train_shirts,
    batch_size=128,
    epochs=12,
    class_weight=weights,  # diagnosis: class_weight_is_no_dictionary
    verbose=0,
)


def is_shirt(pictures):
    """True for each picture (n, 28, 28) that shows a shirt, as an array (n,)."""
    return model.predict(pictures, verbose=0)[:, 0] > 0.5


found = is_shirt(test_pictures)
print(f"{found[test_shirts == 1].sum()} of {test_shirts.sum()} shirts found, {found.sum()} called so")
