# eight columns, the last one is the price
import keras
import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
houses = pd.DataFrame(rng.normal(size=(200, 4)), columns=["rooms", "age", "area", "price"])
price = houses.pop("price")
features = houses.iloc[:, [0, 1, 2, 3]]  # diagnosis: index_past_the_end

model = keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(features, price, epochs=2, verbose=0)
