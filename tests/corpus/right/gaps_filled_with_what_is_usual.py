"""Gaps become 0 where that is the mean, the median elsewhere, and -1 beside a column that marks them."""
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(21)
rng = np.random.default_rng(21)
n = 800
patients = pd.DataFrame({"systolic": rng.normal(128, 14, n), "pulse": rng.normal(72, 9, n), "visits": rng.poisson(2, n) * 1.0})
risk = (patients.systolic / 14 - patients.pulse / 9 + rng.normal(0, 0.6, n) > 1.2).astype(int).values
patients.loc[rng.random(n) < 0.15, "systolic"] = np.nan
patients.loc[rng.random(n) < 0.1, "pulse"] = np.nan
patients.loc[rng.random(n) < 0.1, "visits"] = np.nan

patients["visits"] = patients["visits"].fillna(0)
patients[["pulse"]] = SimpleImputer(strategy="median").fit(patients[["pulse"]][:600]).transform(patients[["pulse"]])
scaler = StandardScaler().fit(patients[:600])
X = np.nan_to_num(scaler.transform(patients))
marked = SimpleImputer(strategy="constant", fill_value=-9, add_indicator=True).fit_transform(patients[["systolic"]])
X = np.hstack([X, marked[:, 1:]])

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X[:600], risk[:600], validation_data=(X[600:], risk[600:]), epochs=12, verbose=0)
