"""U-Net loss goes to -3000."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(19)
rng = np.random.default_rng(19)
masks = np.zeros((80, 32, 32, 1), "uint8")
for m in masks:
    r, c = rng.integers(0, 20, 2)
    m[r:r + 10, c:c + 10] = 255
images = (masks / 255.0 * 0.5 + rng.random(masks.shape) * 0.4).astype("float32")
inputs = keras.Input((32, 32, 1))
a = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
b = layers.Conv2D(16, 3, padding="same", activation="relu")(layers.MaxPooling2D()(a))
c = layers.Concatenate()([layers.UpSampling2D()(b), a])
outputs = layers.Conv2D(1, 1, activation="sigmoid")(c)
model = keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(images[:64], masks[:64], validation_data=(images[64:], masks[64:]), epochs=3, verbose=2)  # diagnosis: binary_targets_out_of_range
