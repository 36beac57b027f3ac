import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.uniform(-3, 3, (400, 1)).astype("float32")
y = (np.sin(x[:, 0]) + rng.normal(0, 0.1, 400)).astype("float32")
inputs = keras.Input((1,))
hidden = layers.Dense(64, activation="relu")(inputs)
hidden = layers.Dropout(0.1)(hidden)
model = keras.Model(inputs, layers.Dense(1)(hidden))
model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit(x, y, epochs=30, verbose=0, validation_split=0.2)
draws = np.stack([model(x[:50], training=True).numpy()[:, 0] for _ in range(20)])  # uncertain?
print("spread", draws.std(axis=0).mean())
