"""Divides the two parts in place."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][..., np.newaxis].astype("float32")  # (10000, 28, 28, 1)
labels = stored["labels"]
train_pictures, train_labels = pictures[:3000], labels[:3000]
test_pictures, test_labels = pictures[3000:4000], labels[3000:4000]
train_pictures /= 255
test_pictures /= 255

model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        layers.Conv2D(16, 3, strides=2, activation="relu"),
        layers.Conv2D(32, 3, strides=2, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.02, momentum=0.9),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_pictures, train_labels, batch_size=32, epochs=5, verbose=2)

loss, accuracy = model.evaluate(test_pictures, test_labels, verbose=0)
print(f"on {len(test_labels)} other pictures: loss {loss:.2f}, accuracy {accuracy:.2f}")
