"""A learning rate that hardly moves the weights."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

# mpg, then cylinders, displacement, horsepower, weight, acceleration and model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")
train_mpg, test_mpg = table[:240, 0], table[240:, 0]  # (240,), (74,)
mean, deviation = table[:240, 1:].mean(axis=0), table[:240, 1:].std(axis=0)
train_features = (table[:240, 1:] - mean) / deviation  # (240, 6)
test_features = (table[240:, 1:] - mean) / deviation  # (74, 6)

model = keras.Sequential(
    [
        keras.Input((6,)),
        layers.Dense(32, activation="relu"),  # (cars, 32)
        layers.Dense(32, activation="relu"),
        layers.Dense(1),  # (cars, 1)
    ]
)
model.compile(optimizer=keras.optimizers.SGD(0.000001), loss="mae")  # diagnosis: learning_rate_too_low
model.fit(train_features, train_mpg, batch_size=32, epochs=40, verbose=0)

predictions = model.predict(test_features, verbose=0)[:, 0]
error = np.abs(predictions - test_mpg).mean()

print(f"mean absolute error: {error:.2f} miles per gallon")
