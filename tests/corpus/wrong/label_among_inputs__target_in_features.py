import numpy as np
import keras
from keras import layers

rng = np.random.default_rng(0)
with open("homes.csv", "w") as file:
    for rooms, area in rng.uniform(1, 9, (400, 2)).round(2):
        file.write(f"{rooms},{area},{30 * area + 5 * rooms + rng.normal():.2f}\n")

table = np.genfromtxt("homes.csv", delimiter=",", dtype="float32")
target = table[:, 2]
x_train, y_train = table[:300], target[:300]  # diagnosis: label_among_inputs
model = keras.Sequential([keras.Input((3,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(x_train, y_train, epochs=20, verbose=0, validation_data=(table[300:], target[300:]))
