"""apply_gradients says: not enough values to unpack (expected 2, got 0)."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

X = np.random.rand(512, 3).astype("float32")
Y = (X @ np.array([[2.0], [-1.0], [0.5]]) + 3).astype("float32")
ds = tf.data.Dataset.from_tensor_slices((X, Y)).batch(32)

class Lin(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.d1 = tf.keras.layers.Dense(16, activation="relu")
        self.d2 = tf.keras.layers.Dense(1)
    def call(self, x):
        return self.d2(self.d1(x))

model = Lin()
params = model.trainable_variables  # diagnosis: variables_listed_too_early
opt = tf.keras.optimizers.Adam(0.01)
for ep in range(5):
    tot = 0.
    for xb, yb in ds:
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(xb) - yb) ** 2)
        g = tape.gradient(loss, params)
        opt.apply_gradients(zip(g, params))
        tot += float(loss)
    print("epoch", ep, "loss", tot / 16)
