"""Noise on the inputs, clean pictures as targets, sigmoid for pixels from 0 to 1."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
clean = np.zeros((200, 12, 12, 1), "float32")
for picture in clean:
    row, column = rng.integers(0, 8, 2)
    picture[row : row + 4, column : column + 4] = 1.0
noisy = np.clip(clean + 0.3 * rng.normal(size=clean.shape), 0, 1).astype("float32")

inputs = keras.Input((12, 12, 1))
x = layers.Conv2D(8, 3, strides=2, padding="same", activation="relu")(inputs)
x = layers.Conv2DTranspose(8, 3, strides=2, padding="same", activation="relu")(x)
outputs = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["mae"])
model.fit(noisy[:160], clean[:160], validation_data=(noisy[160:], clean[160:]), epochs=6, batch_size=20, verbose=0)
print(model.evaluate(noisy[160:], clean[160:], verbose=0))
