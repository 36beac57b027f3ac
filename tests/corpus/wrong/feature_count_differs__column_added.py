"""Matrix size-incompatible: In[0]: [32,5], In[1]: [6,16]. Training works, only the test file fails."""
import csv

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for name, columns in (("train.csv", 6), ("test.csv", 5)):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file)
        for _ in range(100):
            row = rng.normal(size=columns)
            writer.writerow([*row.round(3), int(row.sum() > 0)])


def load(name):
    table = np.loadtxt(name, delimiter=",", dtype="float32")
    return table[:, :-1], table[:, -1]


x, y = load("train.csv")
x_test, y_test = load("test.csv")
model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=4, validation_split=0.2, verbose=0)
print(model.evaluate(x_test, y_test))  # diagnosis: feature_count_differs
