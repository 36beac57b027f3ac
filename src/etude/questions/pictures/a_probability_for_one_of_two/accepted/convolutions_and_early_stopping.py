"""Convolutions, a loss on logits while training, and the epoch with the lowest validation loss."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(5)
FIRST, SECOND = "Pullover", "Coat"

with open("data/fashion_mnist/classes.txt", encoding="utf-8") as file:
    names = [line.strip() for line in file]
stored = np.load("data/fashion_mnist/train.npz")
rows = [np.flatnonzero(stored["labels"] == names.index(name)) for name in (FIRST, SECOND)]
order = np.random.default_rng(1).permutation(np.concatenate(rows))
pictures = stored["images"][order][..., np.newaxis]  # (rows, 28, 28, 1)
truth = np.isin(order, rows[1]).astype("float32")[:, np.newaxis]

inputs = keras.Input((28, 28, 1))
x = layers.AveragePooling2D(2)(layers.Rescaling(1 / 127.5, offset=-1)(inputs))
x = layers.Conv2D(16, 3, strides=2, activation="relu")(x)
x = layers.Flatten()(x)
logits = layers.Dense(1)(layers.Dropout(0.3)(x))
trained = keras.Model(inputs, logits)
trained.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss=keras.losses.BinaryCrossentropy(from_logits=True),
)
trained.fit(
    pictures,
    truth,
    validation_split=0.15,
    batch_size=50,
    epochs=10,
    callbacks=[keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)],
    verbose=0,
)
keras.Model(inputs, layers.Activation("sigmoid")(logits)).save("second.keras")
