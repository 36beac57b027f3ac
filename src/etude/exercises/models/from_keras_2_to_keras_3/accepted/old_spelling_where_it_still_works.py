"""The tutorial's own spelling, wherever it still works."""

import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential
from keras.optimizers import Adam
from keras.utils import to_categorical

stored = np.load("data/fashion_mnist/train.npz")
pictures = stored["images"][:1000].reshape(1000, 784) / 255.0
labels = stored["labels"][:1000]
one_hot = to_categorical(labels, 10)
train_pictures, test_pictures = pictures[:800], pictures[800:]
train_labels, test_labels = one_hot[:800], labels[800:]

model = Sequential()
model.add(Input((784,)))
model.add(Dense(32, activation="relu"))
model.add(Dense(10, activation="softmax"))
model.compile(
    optimizer=Adam(0.004),
    loss="categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(train_pictures, train_labels, epochs=8, batch_size=20, verbose=0)
print("accuracy while it learned:", [round(value, 2) for value in history.history["accuracy"]])

classes = np.argmax(model.predict(test_pictures), axis=-1)
test_accuracy = np.mean(classes == test_labels)
print("accuracy on other pictures:", test_accuracy)
model.save_weights("clothes.weights.h5")
