"""predict gives 16 values for one window."""
import numpy as np
import tensorflow as tf
s = np.cos(np.arange(500) / 7).astype("float32")
X = np.stack([s[i:i + 16] for i in range(484)])[..., None]
y = s[16:]
model = tf.keras.Sequential([tf.keras.layers.Input((16, 1)), tf.keras.layers.GRU(16), tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X, y, epochs=3, verbose=0)
print(model.predict(X[10]))  # diagnosis: single_example_given
