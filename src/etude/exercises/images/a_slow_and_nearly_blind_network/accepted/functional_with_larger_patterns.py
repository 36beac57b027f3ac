"""Patterns of 5 x 5 pixels, and logits."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][:, ::2, ::2, np.newaxis] / 255.0  # (10000, 14, 14, 1): every other pixel
labels = stored["labels"]  # (10000,)
train_pictures, train_labels = pictures[:1500], labels[:1500]
test_pictures, test_labels = pictures[3000:4000], labels[3000:4000]

inputs = keras.Input((14, 14, 1))
x = layers.Conv2D(16, (5, 5), activation="relu")(inputs)  # (batch, 10, 10, 16)
x = layers.MaxPooling2D()(x)  # (batch, 5, 5, 16)
x = layers.Conv2D(20, (3, 3), activation="relu")(x)  # (batch, 3, 3, 20)
x = layers.Flatten()(x)  # (batch, 180)
model = keras.Model(inputs, layers.Dense(10)(x))
model.compile(
    optimizer="adam",
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(train_pictures, train_labels, batch_size=20, epochs=5, verbose=2)

loss, accuracy = model.evaluate(test_pictures, test_labels, verbose=0)
print(f"on {len(test_labels)} other pictures: loss {loss:.2f}, accuracy {accuracy:.2f}")
