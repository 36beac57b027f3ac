"""ValueError: Invalid value for argument `filters`, but I only write 4 filters?"""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
pictures = rng.random((120, 16, 16, 1)).astype("float32")
bright = (pictures[:, :8].mean(axis=(1, 2, 3)) > pictures[:, 8:].mean(axis=(1, 2, 3))).astype("int32")


def encoder(filters, depth):
    model = keras.Sequential([keras.Input((16, 16, 1))])
    for _ in range(depth):
        model.add(layers.Conv2D(filters, 3, padding="same", activation="relu"))  # diagnosis: setting_out_of_range
        filters = filters // 2
    model.add(layers.GlobalAveragePooling2D())
    model.add(layers.Dense(1, activation="sigmoid"))
    return model


model = encoder(4, depth=4)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(pictures, bright, epochs=3, validation_split=0.2, verbose=2)
