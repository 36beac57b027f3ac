"""Class numbers as labels, a functional model, and Keras's own accuracy."""

import keras
import numpy as np
from keras import layers

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][:1000].reshape(1000, 784) / 255.0  # (1000, 784)
labels = stored["labels"][:1000]
train_pictures, test_pictures = pictures[:800], pictures[800:]
train_labels, test_labels = labels[:800], labels[800:]

start = keras.Input((784,))
hidden = layers.Dense(32, activation="relu")(start)
model = keras.Model(start, layers.Dense(10, activation="softmax")(hidden))
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.004),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(train_pictures, train_labels, epochs=8, batch_size=20, verbose=0)
print("accuracy while it learned:", [round(value, 2) for value in history.history["accuracy"]])

test_accuracy = model.evaluate(test_pictures, test_labels, verbose=0)[1]
print("accuracy on other pictures:", test_accuracy)
model.save("clothes.keras")
