"""How long a pump ran, as a share of the day, from a 1 for each slot: every day gets about the same answer."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)
rng = np.random.default_rng(2)
slots = rng.integers(5, 145, 40)
pump = (np.arange(150) >= 150 - slots[:, None]).astype("float32")[..., None]
share = slots / 150

model = keras.Sequential([keras.Input((150, 1)), layers.Masking(0.0), layers.LSTM(8), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(pump, share, epochs=25, verbose=0)  # diagnosis: trained_too_short
print(model.predict(pump[:6], verbose=0).ravel(), share[:6], share.var(), model.evaluate(pump, share, verbose=0))
