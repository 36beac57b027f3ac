import numpy as np
import keras
from keras import layers
rng = np.random.default_rng(0)
x = rng.normal(size=(600, 8)).astype("float32")
w = rng.normal(size=(8, 3))
y = (x @ w).argmax(1)

model = keras.Sequential([
    keras.Input((8,)),
    layers.Dense(64, activation="relu"),
    layers.Dropout(50),  # diagnosis: dropout_given_in_percent
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=2, verbose=0)
