"""Three folds, a new model and new statistics for each, mean and spread at the end."""
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(30, 8, (150, 4))
y = (x[:, 0] + x[:, 1] > 60).astype("int32")
folds = np.array_split(rng.permutation(150), 3)


def build():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(12, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(keras.optimizers.Adam(0.03), "binary_crossentropy", metrics=["accuracy"])
    return model


scores = []
for k, held_out in enumerate(folds):
    keras.utils.set_random_seed(k)
    train = np.concatenate([fold for j, fold in enumerate(folds) if j != k])
    mean, std = x[train].mean(axis=0), x[train].std(axis=0)
    model = build()
    model.fit((x[train] - mean) / std, y[train], epochs=10, verbose=0)
    scores.append(model.evaluate((x[held_out] - mean) / std, y[held_out], verbose=0)[1])
print(np.mean(scores), np.std(scores))
