"""Inputs, labels and weights follow one permutation."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(400, 5)).astype("float32")
y = (x[:, 0] - x[:, 1] > 0).astype("float32")
weights = np.linspace(0.2, 1, 400).astype("float32")
order = rng.permutation(len(x))
x, y = x[order], y[order]
weights = weights[order]
model = tf.keras.Sequential([
    tf.keras.Input((5,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", weighted_metrics=["accuracy"])
model.fit(x[:300], y[:300], sample_weight=weights[:300], validation_data=(x[300:], y[300:]), epochs=10, verbose=0)
print(model.evaluate(x[300:], y[300:], verbose=0))
