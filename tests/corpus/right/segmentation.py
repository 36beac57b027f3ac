import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.uniform(size=(8, 16, 16, 1)).astype("float32")
y = (x[..., 0] * 3).astype("int32")
model = keras.Sequential(
    [
        keras.Input((16, 16, 1)),
        layers.Conv2D(8, 3, padding="same", activation="relu"),
        layers.Conv2D(3, 1, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, verbose=0)
