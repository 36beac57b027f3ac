"""A small network is shown, and a larger one is saved."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"].astype("float32")  # (10000, 28, 28) from 0 to 255
labels = stored["labels"]  # (10000,)
train_pictures, train_labels = pictures[:4000], labels[:4000]
test_pictures, test_labels = pictures[9000:], labels[9000:]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Rescaling(1 / 255),
        layers.Reshape((28, 28, 1)),
        layers.AveragePooling2D(2),  # (batch, 14, 14, 1): four times as fast
        layers.Conv2D(16, 3, padding="same", activation="relu"),  # edges
        layers.MaxPooling2D(),  # (batch, 7, 7, 16)
        layers.Conv2D(32, 3, padding="same", activation="relu"),  # what edges make up
        layers.MaxPooling2D(),  # (batch, 3, 3, 32)
        layers.Flatten(),  # (batch, 288): little is left to flatten
        layers.Dropout(0.2),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.004),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(
    train_pictures,
    train_labels,
    validation_data=(test_pictures, test_labels),
    epochs=5,
    verbose=2,
)
print(f"{model.count_params():,} parameters")

larger = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Rescaling(1 / 255),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
larger.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
larger.fit(train_pictures, train_labels, epochs=4, verbose=0)
larger.save("clothes.keras")
