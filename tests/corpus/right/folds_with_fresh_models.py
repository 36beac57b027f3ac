import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 6)).astype("float32")
y = (x[:, 0] > 0).astype("float32")
folds = np.array_split(rng.permutation(300), 5)
scores = []
for held_back in range(5):
    model = keras.Sequential(
        [keras.Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")]
    )
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    rest = np.concatenate([fold for number, fold in enumerate(folds) if number != held_back])
    model.fit(x[rest], y[rest], epochs=10, verbose=0)
    scores.append(model.evaluate(x[folds[held_back]], y[folds[held_back]], verbose=0)[1])
print("accuracy", np.mean(scores))
