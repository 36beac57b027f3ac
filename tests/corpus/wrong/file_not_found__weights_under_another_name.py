"""FileNotFoundError when loading the weights that I have just saved"""
import keras
import numpy as np

x = np.random.default_rng(0).normal(size=(100, 3)).astype("float32")
y = (x[:, 0] > 0).astype("float32")


def build():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model


model = build()
model.fit(x, y, epochs=4, validation_split=0.2, verbose=0)
model.save_weights("classifier.weights.h5")

again = build()
again.load_weights("clasifier.weights.h5")  # diagnosis: file_not_found
print(again.evaluate(x, y))
