"""95 % accuracy on fraud detection, but it has not found a single fraud."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Sequential

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
fraud = (rng.random(2000) < 0.05).astype("int32")
amount = rng.lognormal(0, 1, 2000) + 0.8 * fraud
hour = rng.normal(size=2000) + 0.5 * fraud
X = np.column_stack([np.log(amount), hour]).astype("float32")
X_train, X_test, y_train, y_test = X[:1500], X[1500:], fraud[:1500], fraud[1500:]

model = Sequential([
    layers.Input((2,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])  # diagnosis: stuck_at_majority
model.fit(X_train, y_train, epochs=8, batch_size=64, validation_data=(X_test, y_test), verbose=2)  # diagnosis: stuck_at_majority
found = model.predict(X_test, verbose=0)[:, 0] > 0.5
print("frauds:", y_test.sum(), "found:", (found & (y_test == 1)).sum())
