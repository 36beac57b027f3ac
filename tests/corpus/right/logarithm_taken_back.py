"""Prices are learned as logarithms and taken back."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(13)
X = rng.normal(size=(1200, 5))
price = np.exp(11 + 0.5 * X[:, 0] + 0.3 * X[:, 1] + 0.1 * rng.normal(size=1200))
X_train, X_test = X[:1000], X[1000:]
y_train = np.log1p(price[:1000])
m, s = y_train.mean(), y_train.std()
model = tf.keras.Sequential([tf.keras.layers.Dense(32, activation='relu'), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss='mse')
model.fit(X_train, (y_train - m) / s, epochs=30, verbose=0)
pred = np.expm1(model.predict(X_test).ravel() * s + m)
print('RMSE in euros:', np.sqrt(np.mean((pred - price[1000:]) ** 2)))
