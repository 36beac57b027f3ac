"""Seven columns now, and build does not accept them."""
import keras
import numpy as np

rng = np.random.default_rng(10)
x = rng.normal(size=(100, 7)).astype("float32")
y = (x.sum(axis=1) > 0).astype("int32")

model = keras.Sequential([
    keras.layers.InputLayer(shape=(5,)),
    keras.layers.Dense(12, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.build((None, 7))  # diagnosis: input_told_twice
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5, verbose=2)
