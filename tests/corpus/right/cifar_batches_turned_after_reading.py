"""CIFAR's python batches: planes first, then the colours are moved behind the sides."""
import os
import pickle
import tempfile

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

place = tempfile.mkdtemp()
rng = np.random.default_rng(0)
for number in (1, 2):
    kinds = rng.integers(0, 6, 400)
    planes = rng.integers(0, 90, (400, 3, 32, 32))
    for row, kind in zip(planes, kinds):
        row[kind % 3, 16 * (kind // 3):16 * (kind // 3) + 16] += 60
    with open(os.path.join(place, f"data_batch_{number}"), "wb") as file:
        pickle.dump({b"data": planes.reshape(400, -1).astype(np.uint8), b"labels": list(kinds)}, file)


def load_batch(path):
    with open(path, "rb") as file:
        batch = pickle.load(file, encoding="bytes")
    columns = batch[b"data"].reshape((len(batch[b"data"]), 32, 32, 3), order="F")  # columns, rows, colours
    pictures = np.transpose(columns, (0, 2, 1, 3))
    return pictures.astype("float32") / 255, np.array(batch[b"labels"])


x_train, y_train = load_batch(os.path.join(place, "data_batch_1"))
x_test, y_test = load_batch(os.path.join(place, "data_batch_2"))
model = keras.Sequential([
    keras.Input((32, 32, 3)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(4),
    layers.Flatten(),
    layers.Dense(6, activation="softmax"),
])
model.compile(keras.optimizers.Adam(3e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=8, batch_size=32, validation_data=(x_test, y_test), verbose=2)
