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
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:500], y[:500], epochs=20, verbose=0)
pred = np.argmax(model.predict(x[500:], verbose=0), axis=0)  # diagnosis: argmax_over_examples
print("accuracy", np.mean(pred == y[500:]))
