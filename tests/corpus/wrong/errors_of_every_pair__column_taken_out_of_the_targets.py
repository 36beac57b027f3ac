"""R2 far below zero though the predictions look right when I print them"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(1)
X = rng.normal(size=(500, 3)).astype("float32")
y = (2 * X[:, :1] - X[:, 1:2]).astype("float32")

model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(X, y, epochs=20, verbose=0)

pred = model.predict(X, verbose=0)
ss_res = np.sum((y[:, 0] - pred) ** 2)  # diagnosis: errors_of_every_pair
ss_tot = np.sum((y - y.mean()) ** 2)
print("R2", 1 - ss_res / ss_tot)
