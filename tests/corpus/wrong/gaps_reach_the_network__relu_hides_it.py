"""Loss is a number and goes nowhere; accuracy is exactly the share of the biggest class. Tried everything!"""
import csv

import keras
import numpy as np

rng = np.random.default_rng(2)
keras.utils.set_random_seed(2)
with open("passengers.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["age", "fare", "class", "survived"])
    for _ in range(400):
        age, fare, rank = rng.normal(35, 12), rng.lognormal(3, 1), rng.integers(1, 4)
        shown = "" if rng.random() < 0.1 else round(age, 1)
        writer.writerow([shown, round(fare, 2), rank, int(fare / rank > 9)])

table = np.genfromtxt("passengers.csv", delimiter=",", skip_header=1)  # diagnosis: gaps_reach_the_network
X, y = table[:, :3], table[:, 3].astype("int32")
X_train, X_test, y_train, y_test = X[:300], X[300:], y[:300], y[300:]
mean, std = np.nanmean(X_train, axis=0), np.nanstd(X_train, axis=0)
X_train, X_test = (X_train - mean) / std, (X_test - mean) / std

model = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=5, validation_data=(X_test, y_test), verbose=2)  # diagnosis: gaps_reach_the_network
