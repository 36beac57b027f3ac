"""Digits of 28 x 28 for a network of Dense layers."""
import numpy as np
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical

def load_data():
    rng = np.random.RandomState(0)
    y = rng.randint(0, 10, 1200)
    x = rng.randint(0, 60, (1200, 28, 28))
    for i in range(1200):
        x[i, 3:25, 2 * y[i] + 2:2 * y[i] + 6] = 230
    return (x[:1000], y[:1000]), (x[1000:], y[1000:])

(X_train, Y_train), (X_test, Y_test) = load_data()
X_train = X_train / 255
X_test = X_test / 255

num_classes = 10
Y_train_dummy = to_categorical(Y_train, num_classes)
Y_test_dummy = to_categorical(Y_test, num_classes)

model = Sequential()
model.add(Dense(512, activation="relu", input_dim=X_train.shape[1]))  # diagnosis: axes_differ_from_input
model.add(Dense(256, activation="relu"))
model.add(Dense(128, activation="relu"))
model.add(Dense(num_classes, activation="softmax"))

model.compile(loss="categorical_crossentropy", optimizer="sgd", metrics=["accuracy"])
model.fit(X_train, Y_train_dummy, epochs=5)
