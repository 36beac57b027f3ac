"""First loss is 25 and then the accuracy wanders. Other people get 0.98 with this network."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Sequential

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 4, 480)
X = rng.integers(0, 60, (480, 16, 16, 1), dtype=np.uint8)
for i, k in enumerate(y):
    X[i, 4 * k : 4 * k + 3, 3:13] += 150

X_train, y_train = X[:400], y[:400]
X_test, y_test = X[400:], y[400:]
print(X_train.dtype, X_train.max())

model = Sequential([  # diagnosis: pixels_not_scaled
    Input((16, 16, 1)),
    Conv2D(16, 3, activation="relu"),  # diagnosis: pixels_not_scaled
    MaxPooling2D(),
    Flatten(),
    Dense(32, activation="relu"),
    Dense(4, activation="softmax"),
])
model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=5, validation_data=(X_test, y_test), verbose=2)  # diagnosis: pixels_not_scaled
