"""IndexError: only integers, slices ... are valid indices, after scaling my dataframe"""
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras

rng = np.random.default_rng(3)
cars = pd.DataFrame({"km": rng.uniform(1e3, 2e5, 200), "age": rng.uniform(0, 15, 200)})
cars["price"] = 20_000 - 0.05 * cars.km - 600 * cars.age

cars = MinMaxScaler().fit_transform(cars)
prices = cars["price"]  # diagnosis: array_indexed_by_name
rows = cars[["km", "age"]]

model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mae")
model.fit(rows, prices, epochs=20, verbose=0)
