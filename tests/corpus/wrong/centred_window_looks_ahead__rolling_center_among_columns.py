import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(25)
rng = np.random.default_rng(25)
df = pd.DataFrame({"close": 100 + np.cumsum(rng.normal(0, 1, 1000))}, index=pd.date_range("2018-01-01", periods=1000))
df["smooth"] = df["close"].rolling(5, center=True).mean()  # diagnosis: centred_window_looks_ahead
df["lag1"] = df["close"].shift(1)
df["target"] = df["close"].shift(-1)
df = df.dropna()

cut = int(len(df) * .8)
train, test = df.iloc[:cut], df.iloc[cut:]
cols = ["close", "smooth", "lag1"]
xs, ys = StandardScaler(), StandardScaler()
X_train = xs.fit_transform(train[cols])
y_train = ys.fit_transform(train[["target"]])
X_test, y_test = xs.transform(test[cols]), ys.transform(test[["target"]])
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(X_train, y_train, epochs=15, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
