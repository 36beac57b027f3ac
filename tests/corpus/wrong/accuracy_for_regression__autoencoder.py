"""Autoencoder accuracy is stuck at 0.0012, loss is fine."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)
x = np.zeros((200, 12, 12, 1), "float32")
for im in x:
    r, c = rng.integers(0, 8, 2)
    im[r:r + 4, c:c + 4] = rng.uniform(0.5, 1.0)
inputs = keras.Input((12, 12, 1))
h = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
h = layers.MaxPooling2D()(h)
h = layers.UpSampling2D()(h)
outputs = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", "mse", metrics=["accuracy"])  # diagnosis: accuracy_for_regression
model.fit(x[:160], x[:160], validation_data=(x[160:], x[160:]), epochs=3, verbose=2)
