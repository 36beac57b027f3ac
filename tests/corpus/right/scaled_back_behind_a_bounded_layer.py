"""Shares of a tank in litres: a sigmoid that is stretched to the whole tank reaches every target."""
import keras
import numpy as np
from keras import layers

LITRES = 60.0

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
driven = rng.uniform(0, 700, (800, 1)).astype("float32")
left = np.clip(LITRES - 0.08 * driven + rng.normal(0, 1, (800, 1)), 0, LITRES).astype("float32")

scale = layers.Normalization()
scale.adapt(driven)
inputs = keras.Input((1,))
x = layers.Dense(16, activation="relu")(scale(inputs))
x = layers.Dense(1, activation="sigmoid")(x)
outputs = layers.Rescaling(LITRES)(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(driven, left, validation_split=0.2, epochs=20, verbose=2)
print(np.round(model.predict(driven[:5], verbose=0)[:, 0], 1), left[:5, 0])
