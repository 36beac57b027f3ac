"""`output` must have rank `target.ndim - 1`, output.shape=(None, 28, 28, 10)? I expected (None, 10)."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.random((120, 28, 28, 1)).astype("float32")
y = rng.integers(0, 10, 120)
model = tf.keras.Sequential([
    tf.keras.Input((28, 28, 1)),
    tf.keras.layers.Dense(32, activation="relu"),  # diagnosis: flatten_missing
    tf.keras.layers.Dense(10, activation="softmax"),  # diagnosis: flatten_missing
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:100], y[:100], validation_data=(x[100:], y[100:]), epochs=2)  # diagnosis: flatten_missing
