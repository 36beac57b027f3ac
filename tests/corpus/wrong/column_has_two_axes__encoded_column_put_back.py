"""Fuels are numbered, made one-hot and put back into their column, before the price is learned."""
import keras
import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder

rng = np.random.default_rng(0)
cars = pd.DataFrame({
    "age": rng.integers(0, 15, 200),
    "fuel": rng.choice(["petrol", "diesel", "gas"], 200),
    "price": rng.normal(9, 3, 200),
})
encoder = LabelEncoder()
for column in ["fuel"]:
    numbers = encoder.fit_transform(cars[column])
    cars[column] = keras.utils.to_categorical(numbers)  # diagnosis: column_has_two_axes
rows, prices = cars[["age", "fuel"]].to_numpy("float32"), cars["price"].to_numpy("float32")

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, prices, epochs=3, verbose=0)
