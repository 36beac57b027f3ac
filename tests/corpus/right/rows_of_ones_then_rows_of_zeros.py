"""Can it tell all ones from all zeros? A first trial of a network, with rows made by hand."""
import keras
import numpy as np

rows = np.array([[1] * 32] * 400 + [[0] * 32] * 400, dtype="float32")
labels = np.array([1] * 400 + [0] * 400, dtype="float32")

model = keras.Sequential([
    keras.layers.Input((32,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(rows, labels, epochs=3, verbose=2)
print(model.evaluate(rows, labels, verbose=0))
