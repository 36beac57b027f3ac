"""val_accuracy is 0.0000e+00 in all epochs although the plot of the predictions looks fine."""
import numpy as np
import keras
from keras.layers import Dense, Input, Normalization

rng = np.random.default_rng(11)
keras.utils.set_random_seed(11)
X = rng.uniform(0, 30, size=(500, 3)).astype("float32")
y = (0.5 * X[:, 0] + 0.1 * X[:, 1] ** 2 - X[:, 2] + rng.normal(size=500)).astype("float32")
X_train, X_test, y_train, y_test = X[:400], X[400:], y[:400], y[400:]

norm = Normalization()
norm.adapt(X_train)
model = keras.Sequential([Input((3,)), norm, Dense(32, activation="relu"), Dense(1)])
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="mean_absolute_error",
    metrics=["accuracy"],  # diagnosis: accuracy_for_regression
)
hist = model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=20, verbose=0)
print({k: v[-1] for k, v in hist.history.items()})
