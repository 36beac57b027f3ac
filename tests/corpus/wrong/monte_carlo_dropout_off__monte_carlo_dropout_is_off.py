"""Monte-Carlo dropout: the standard deviation of my 20 predictions is exactly zero."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-3, 3, (200, 1)).astype("float32")
y = np.sin(x) + 0.1 * rng.normal(size=(200, 1))

inputs = tf.keras.Input((1,))
h = tf.keras.layers.Dense(32, activation="relu")(inputs)
h = tf.keras.layers.Dropout(0.3)(h, training=True)  # diagnosis: monte_carlo_dropout_off
h = tf.keras.layers.Dense(32, activation="relu")(h)
outputs = tf.keras.layers.Dense(1)(h)
model = tf.keras.Model(inputs, outputs)
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=20, verbose=0)

grid = np.linspace(-3, 3, 7, dtype="float32")[:, None]
draws = np.stack([model.predict(grid, verbose=0) for _ in range(20)])  # diagnosis: monte_carlo_dropout_off
print("uncertainty", draws.std(axis=0).ravel())
