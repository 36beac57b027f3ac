"""The denoiser gives the noise back."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

sprites = np.zeros((500, 16, 16, 3), "float32")
for i in range(500):
    r, c = np.random.randint(0, 10, 2)
    sprites[i, r:r + 6, c:c + 6] = np.random.rand(3)
noisy = np.clip(sprites + np.random.normal(0, 0.3, sprites.shape), 0, 1).astype("float32")

inp = layers.Input((16, 16, 3))
x = layers.Conv2D(16, 3, activation="relu", padding="same")(inp)
x = layers.MaxPooling2D(2, padding="same")(x)
x = layers.Conv2D(8, 3, activation="relu", padding="same")(x)
x = layers.UpSampling2D(2)(x)
x = layers.Conv2D(16, 3, activation="relu", padding="same")(x)
decoded = layers.Conv2D(3, 3, activation="sigmoid", padding="same")(x)
denoiser = tf.keras.Model(inp, decoded)
denoiser.compile(optimizer="adam", loss="mse")
denoiser.fit(noisy[:400], noisy[:400], epochs=5, batch_size=32, validation_data=(noisy[400:], sprites[400:]))  # diagnosis: noisy_pictures_as_targets
