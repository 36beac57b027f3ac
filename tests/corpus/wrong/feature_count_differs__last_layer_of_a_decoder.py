"""I want the decoder half of my autoencoder as a model of its own"""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(0)
curves = np.sin(np.linspace(0, 6, 40) * rng.uniform(0.5, 2, (400, 1)) + rng.uniform(0, 3, (400, 1))).astype("float32")

entry = keras.Input((40,))
h = layers.Dense(20, activation="relu")(entry)
code = layers.Dense(4, name="code")(h)
h = layers.Dense(12, activation="relu", name="wider")(code)
h = layers.Dense(20, activation="relu", name="widest")(h)
end = layers.Dense(40, name="curve")(h)
both = keras.Model(entry, end)
both.compile("adam", "mse")
both.fit(curves, curves, epochs=5, verbose=0)

encoder = keras.Model(entry, code)
code_entry = keras.Input((4,))
decoder = keras.Model(code_entry, both.layers[-1](code_entry))  # diagnosis: feature_count_differs
print(decoder.predict(encoder.predict(curves[:3])))
