"""AttributeError: module 'keras.callbacks' has no attribute 'EarlyStoping', but the docs say it is there?"""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(0)
x_train = rng.normal(size=(200, 6)).astype("float32")
y_train = (x_train[:, 0] > 0).astype("float32")

model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
es = keras.callbacks.EarlyStoping(monitor="val_loss", patience=3)  # diagnosis: name_misspelt
model.fit(x_train, y_train, epochs=5, validation_split=0.2, callbacks=[es])
