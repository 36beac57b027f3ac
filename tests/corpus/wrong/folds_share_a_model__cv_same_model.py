import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 6)).astype("float32"); y = (x[:, 0] > 0).astype("float32")
model = keras.Sequential([keras.Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
folds = np.array_split(rng.permutation(300), 5)
scores = []
for k in range(5):
    val = folds[k]
    train = np.concatenate([folds[i] for i in range(5) if i != k])
    model.fit(x[train], y[train], epochs=4, verbose=0)  # diagnosis: folds_share_a_model
    scores.append(model.evaluate(x[val], y[val], verbose=0)[1])
print(np.mean(scores))
