"""Accuracy 1.0, validation 0.5 whatever I do; the validation loss just stays where it is."""
import numpy as np
from keras import Sequential, layers, utils

utils.set_random_seed(6)
rng = np.random.default_rng(6)
letters = rng.integers(20, 1500, (500, 12))
mood = rng.integers(0, 3, 500)
hint = rng.integers(0, 12, 500)
told = np.where(rng.random(500) < 0.5, mood, rng.integers(0, 3, 500))
letters[np.arange(500), hint] = told * 6 + rng.integers(0, 6, 500)

model = Sequential([
    layers.Embedding(1500, 48),
    layers.Flatten(),
    layers.Dense(16, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
run = model.fit(letters[:350], mood[:350], epochs=14, validation_data=(letters[350:], mood[350:]), verbose=0)  # diagnosis: overfits
print(run.history["accuracy"][-1], run.history["val_accuracy"][-1])
print([round(loss, 3) for loss in run.history["loss"]], [round(loss, 3) for loss in run.history["val_loss"]])
