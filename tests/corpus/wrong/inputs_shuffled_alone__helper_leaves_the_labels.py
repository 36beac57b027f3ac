import os
import tempfile

import numpy as np
from sklearn.metrics import classification_report, confusion_matrix
from tensorflow import keras
from tensorflow.keras.callbacks import ModelCheckpoint
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D

rng = np.random.default_rng(33)
N, LENGTH, SENSORS, CLASSES = 1200, 20, 8, 5


def read_windows():
    labels = rng.integers(0, CLASSES, size=N)
    t = np.arange(LENGTH)[:, None]
    speed = 0.3 + 0.35 * labels[:, None, None]
    waves = np.sin(speed * t + rng.uniform(0, 6.28, size=(N, 1, SENSORS)))
    return waves + rng.normal(0, 0.3, size=waves.shape), labels


def shuffle_samples(X, y):
    order = np.random.permutation(len(X))
    return X[order], y  # diagnosis: inputs_shuffled_alone


X, labels = read_windows()
Y = keras.utils.to_categorical(labels, CLASSES)
x_train, y_train = X[:900][..., np.newaxis], Y[:900]
x_val, y_val = X[900:][..., np.newaxis], Y[900:]
x_train, y_train = shuffle_samples(x_train, y_train)

model = keras.Sequential(
    [
        Input(shape=(LENGTH, SENSORS, 1)),
        Conv2D(16, (5, 1), activation="relu"),
        MaxPooling2D((2, 1)),
        Conv2D(32, (3, 1), activation="relu"),
        Flatten(),
        Dense(64, activation="relu"),
        Dense(CLASSES, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])

best = os.path.join(tempfile.mkdtemp(), "best_model.keras")
checkpoint = ModelCheckpoint(best, monitor="val_accuracy", mode="max", save_best_only=True, verbose=0)
model.fit(
    x_train, y_train, epochs=12, batch_size=32, validation_data=(x_val, y_val),
    callbacks=[checkpoint], verbose=2,
)

saved = keras.models.load_model(best)
y_pred = np.argmax(saved.predict(x_val, verbose=0), axis=1)
print("Confusion Matrix")
print(confusion_matrix(y_val.argmax(axis=1), y_pred))
print(classification_report(y_val.argmax(axis=1), y_pred, zero_division=0))
