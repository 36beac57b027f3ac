"""The error is as large as the prices themselves."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(13)
X = rng.normal(size=(1200, 5))
price = np.exp(11 + 0.5 * X[:, 0] + 0.3 * X[:, 1] + 0.1 * rng.normal(size=1200))
y = np.log1p(price)
X_train, X_test = X[:1000], X[1000:]
y_train, price_test = y[:1000], price[1000:]

model = tf.keras.Sequential([tf.keras.layers.Dense(32, activation='relu'), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss='mse')
model.fit(X_train, y_train, epochs=30, verbose=0)
pred = model.predict(X_test).ravel()
rmse = np.sqrt(np.mean((pred - price_test) ** 2))  # diagnosis: forecast_in_scaled_units
print('RMSE in euros:', rmse)
print(pred[:5], price_test[:5])
