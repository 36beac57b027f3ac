"""A table with gaps and words: median and indicator for gaps, one-hot for words, statistics of training rows."""
import csv

import keras
import numpy as np

rng = np.random.default_rng(0)
keras.utils.set_random_seed(0)
with open("rows.csv", "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["age", "port", "fare", "survived"])
    for _ in range(400):
        port, fare = rng.choice(["c", "q", "s"]), rng.lognormal(3, 0.6)
        age = "" if rng.random() < 0.15 else f"{rng.normal(35, 10):.1f}"
        writer.writerow([age, port, f"{fare:.2f}", int(fare > 20) ^ int(port == "q")])

with open("rows.csv", newline="") as file:
    rows = list(csv.DictReader(file))
age = np.array([float(row["age"] or "nan") for row in rows])
fare = np.log(np.array([float(row["fare"]) for row in rows]))
port = np.array([row["port"] for row in rows])
y = np.array([int(row["survived"]) for row in rows])
cut = 300
missing = np.isnan(age)
age = np.where(missing, np.nanmedian(age[:cut]), age)
numbers = np.column_stack([age, fare])
numbers = (numbers - numbers[:cut].mean(axis=0)) / numbers[:cut].std(axis=0)
ports = np.stack([port == name for name in sorted(set(port[:cut]))], axis=1)
X = np.column_stack([numbers, missing, ports]).astype("float32")

model = keras.Sequential([keras.Input((X.shape[1],)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X[:cut], y[:cut], validation_data=(X[cut:], y[cut:]), epochs=12, verbose=0)
print(model.evaluate(X[cut:], y[cut:], verbose=0))
