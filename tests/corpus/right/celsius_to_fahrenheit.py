"""Temperatures as they are, in one row, one unit and a bold rate: it learns 1.8 and 32."""
import numpy as np
import tensorflow as tf

celsius = np.linspace(-40, 100, 280)
fahrenheit = celsius * 1.8 + 32
order = np.random.default_rng(0).permutation(len(celsius))

model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(units=1)])
model.compile(loss="mean_squared_error", optimizer=tf.keras.optimizers.Adam(0.1))
history = model.fit(celsius[order], fahrenheit[order], epochs=60, verbose=False)

print(history.history["loss"][-1])
print(model.predict(np.array([100.0])))
print(model.layers[0].get_weights())
