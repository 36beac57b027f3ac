"""Inputs and targets standardised with the training rows; the error is told in the target's own unit."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
area = rng.uniform(30, 250, 500)
age = rng.uniform(0, 90, 500)
price = 4000 * area - 900 * age + rng.normal(size=500) * 15000
X = np.column_stack([area, age])
order = rng.permutation(500)
train, test = order[:400], order[400:]

x_mean, x_std = X[train].mean(axis=0), X[train].std(axis=0)
y_mean, y_std = price[train].mean(), price[train].std()
scaled_x, scaled_y = (X - x_mean) / x_std, (price - y_mean) / y_std

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.005), loss="mse")
model.fit(scaled_x[train], scaled_y[train], validation_split=0.15, epochs=20, verbose=0)
predicted = model.predict(scaled_x[test], verbose=0)[:, 0] * y_std + y_mean
print("mean error in euro:", np.abs(predicted - price[test]).mean())
