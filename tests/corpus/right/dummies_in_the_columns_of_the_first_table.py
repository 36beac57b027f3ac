"""Bike shops: two files with other towns in them, brought to the same columns."""
import numpy as np
import pandas as pd
import keras

keras.utils.set_random_seed(3)
LEVEL = {"Aarhus": 30.0, "Bruges": 22.0, "Delft": 18.0, "Ghent": 12.0, "Malmo": 25.0}


def shops(towns, n, seed):
    rng = np.random.default_rng(seed)
    town = rng.choice(towns, n)
    staff = rng.integers(1, 9, n)
    sold = np.array([LEVEL[t] for t in town]) + 4.0 * staff + rng.normal(0, 1, n)
    return pd.DataFrame({"town": town, "staff": staff / 8, "sold": sold})


known = shops(["Aarhus", "Bruges", "Delft", "Ghent"], 1200, 0)
new = shops(["Bruges", "Delft", "Ghent", "Malmo"], 200, 1)

x_known = pd.get_dummies(known.drop(columns="sold"), dtype=float)
x_new = pd.get_dummies(new.drop(columns="sold"), dtype=float)
x_new = x_new.reindex(columns=x_known.columns, fill_value=0.0)

model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mae")
model.fit(x_known.to_numpy(), known["sold"].to_numpy(), epochs=25, verbose=0)
met = (new["town"] != "Malmo").to_numpy()
print(model.evaluate(x_new.to_numpy()[met], new["sold"].to_numpy()[met], verbose=0))
