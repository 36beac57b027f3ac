"""The same, with names for the arguments, so that their order does not matter."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][:, ::2, ::2, np.newaxis] / 255.0  # (10000, 14, 14, 1): every other pixel
labels = stored["labels"]  # (10000,)
train_pictures, train_labels = pictures[:1500], labels[:1500]
test_pictures, test_labels = pictures[3000:4000], labels[3000:4000]

model = keras.Sequential(
    [
        keras.Input((14, 14, 1)),
        layers.Conv2D(kernel_size=3, filters=16, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(kernel_size=3, filters=32, padding="same", activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_pictures, train_labels, batch_size=20, epochs=4, verbose=2)

loss, accuracy = model.evaluate(test_pictures, test_labels, verbose=0)
print(f"on {len(test_labels)} other pictures: loss {loss:.2f}, accuracy {accuracy:.2f}")
