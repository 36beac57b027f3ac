"""Validates rightly, and stops at no time."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"] / 255.0, stored["labels"]
train_pictures, train_labels = pictures[:500], labels[:500]
test_pictures, test_labels = pictures[500:1500], labels[500:1500]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
stop_in_time = keras.callbacks.EarlyStopping(patience=4, restore_best_weights=True)
history = model.fit(  # diagnosis: callbacks_not_passed
    train_pictures,
    train_labels,
    validation_split=0.2,
    batch_size=100,
    epochs=40,
    verbose=0,
)

_, accuracy = model.evaluate(test_pictures, test_labels, verbose=0)
print(f"stopped after {len(history.epoch)} of 40 epochs")
print(f"validation accuracy {history.history['val_accuracy'][-1]:.3f}, in the test {accuracy:.3f}")
