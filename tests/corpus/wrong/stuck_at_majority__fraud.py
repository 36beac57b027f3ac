"""97 % accuracy from the first epochs, and not one fraud found."""
import numpy as np
import tensorflow as tf
import matplotlib.pyplot as plt

np.random.seed(1)
n = 4000
x = np.random.randn(n, 12).astype("float32")
score = x[:, 0] + 0.5 * x[:, 1] * x[:, 2] + np.random.randn(n) * 2.0
y = (score > np.quantile(score, 0.97)).astype("int32")
x_tr, x_te, y_tr, y_te = x[:3000], x[3000:], y[:3000], y[3000:]

inputs = tf.keras.Input(shape=(12,))
h = tf.keras.layers.Dense(32, activation="relu")(inputs)
h = tf.keras.layers.Dropout(0.3)(h)
out = tf.keras.layers.Dense(1, activation="sigmoid")(h)
net = tf.keras.Model(inputs, out)
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
hist = net.fit(x_tr, y_tr, epochs=6, batch_size=64, validation_data=(x_te, y_te), verbose=2)  # diagnosis: stuck_at_majority
plt.plot(hist.history["accuracy"])
plt.plot(hist.history["val_accuracy"])
plt.show()
print("test accuracy:", net.evaluate(x_te, y_te, verbose=0)[1])
print("frauds found:", int((net.predict(x_te, verbose=0) > 0.5).sum()), "of", int(y_te.sum()))
