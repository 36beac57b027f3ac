"""Tells ten kinds of clothes apart; from a tutorial for Keras 2.

TODO: make it run with the installed version, and do there what it did with Keras 2.
"""

import numpy as np
from keras.layers import Dense
from keras.models import Sequential
from keras.optimizers import Adam
from keras.utils import np_utils

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][:1000].reshape(1000, 784) / 255.0
labels = stored["labels"][:1000]
one_hot = np_utils.to_categorical(labels, 10)
train_pictures, test_pictures = pictures[:800], pictures[800:]
train_labels, test_labels = one_hot[:800], labels[800:]

model = Sequential()
model.add(Dense(32, activation="relu", input_dim=784))
model.add(Dense(10, activation="softmax"))
model.compile(
    optimizer=Adam(lr=0.004),
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(train_pictures, train_labels, epochs=8, batch_size=20, verbose=0)
print("accuracy while it learned:", [round(value, 2) for value in history.history["acc"]])

classes = model.predict_classes(test_pictures)
test_accuracy = np.mean(classes == test_labels)
print("accuracy on other pictures:", test_accuracy)
model.save_weights("clothes.h5")
