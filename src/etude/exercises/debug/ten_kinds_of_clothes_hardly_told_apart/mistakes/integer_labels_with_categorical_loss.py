"""The loss for one-hot labels, on integers."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"] / 255.0, stored["labels"]  # (10000, 28, 28), (10000,)
train_pictures, train_labels = pictures[:3000], labels[:3000]
test_pictures, test_labels = pictures[3000:5000], labels[3000:5000]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(64, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer="adam",
    loss="categorical_crossentropy",  # diagnosis: integer_labels_with_categorical_loss
    metrics=["accuracy"],
)
model.fit(train_pictures, train_labels, batch_size=32, epochs=8, verbose=2)

loss, accuracy = model.evaluate(test_pictures, test_labels, verbose=0)
print(f"on {len(test_labels)} other pictures: loss {loss:.2f}, accuracy {accuracy:.2f}")
