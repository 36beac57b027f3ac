"""Shape of passed values is (240, 5), indices imply (240, 3) when I make a DataFrame again"""
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import OneHotEncoder, StandardScaler

rng = np.random.default_rng(5)
homes = pd.DataFrame({"size": rng.normal(90, 20, 240), "rooms": rng.integers(1, 6, 240), "town": rng.choice(["a", "b", "c"], 240)})

prepare = ColumnTransformer([("numbers", StandardScaler(), ["size", "rooms"]), ("town", OneHotEncoder(), ["town"])])
ready = prepare.fit_transform(homes)
ready = pd.DataFrame(ready, columns=homes.columns)  # diagnosis: names_and_columns_differ
print(ready.describe())
