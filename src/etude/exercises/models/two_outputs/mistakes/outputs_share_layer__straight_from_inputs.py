"""The miles come straight from the measures."""

import csv

import keras
import numpy as np
from keras import layers

ORIGINS = ["Europe", "Japan", "USA"]
COLUMNS = ["cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year"]

keras.utils.set_random_seed(1)

with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["horsepower"]]
features = np.array([[float(row[name]) for name in COLUMNS] for row in rows], "float32")  # (314, 6)
origins = np.array([ORIGINS.index(row["origin"]) for row in rows])  # (314,), 0 to 2
mpg = np.array([float(row["mpg"]) for row in rows], "float32")  # (314,)

normalize = layers.Normalization()
normalize.adapt(features)
inputs = keras.Input((6,))
x = layers.Dense(32, activation="relu")(normalize(inputs))  # (batch, 32), for both questions
origin = layers.Dense(3, activation="softmax", name="origin")(x)  # (batch, 3)
distance = layers.Dense(1, name="reach")(normalize(inputs))  # (batch, 1)
model = keras.Model(inputs, [origin, distance])
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss={"origin": "sparse_categorical_crossentropy", "reach": "mae"},
    loss_weights={"origin": 1.0, "reach": 0.1},
    metrics={"origin": "accuracy"},
)
history = model.fit(features, {"origin": origins, "reach": mpg}, epochs=10, verbose=0)

for name, values in history.history.items():
    print(f"{name}: {values[0]:.2f} in the first epoch, {values[-1]:.2f} in the last")
