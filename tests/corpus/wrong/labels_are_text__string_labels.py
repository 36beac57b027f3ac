"""fit says 'Invalid dtype: str224' (or object). The labels come straight from a csv column."""
import csv

import keras
import numpy as np

rng = np.random.default_rng(0)
with open("flowers.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["length", "width", "species"])
    for _ in range(120):
        species = rng.choice(["setosa", "versicolor", "virginica"])
        size = len(species)
        writer.writerow([size + rng.normal(), size / 2 + rng.normal(), species])

with open("flowers.csv", newline="") as file:
    rows = list(csv.DictReader(file))
features = np.array([[float(row["length"]), float(row["width"])] for row in rows])
species = np.array([row["species"] for row in rows])  # diagnosis: labels_are_text

model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(features, species, epochs=5, validation_split=0.2)  # diagnosis: labels_are_text
