"""My regression answers the same number for every row."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, regularizers

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(8)
X = rng.uniform(-1, 1, (1500, 7)).astype("float32")
Y = (2 * X[:, 0] - X[:, 1] + 0.5 * X[:, 2] * X[:, 3]).astype("float32")

reg = regularizers.l2(1.0)  # diagnosis: penalty_outweighs_loss
model = tf.keras.Sequential([
    layers.Input((7,)),
    layers.Dense(64, activation="relu", kernel_regularizer=reg),
    layers.Dense(64, activation="relu", kernel_regularizer=reg),
    layers.Dense(1, kernel_regularizer=reg),
])
model.compile("adam", "mse", metrics=["mae"])
model.fit(X, Y, epochs=25, batch_size=32, validation_split=0.2, verbose=0)
p = model.predict(X)
print("min", p.min(), "max", p.max(), "std of target", Y.std())
