import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
n = 900
df = pd.DataFrame({"pressure": rng.normal(1013, 8, n), "humidity": rng.uniform(30, 95, n), "wind": rng.gamma(2, 2, n)})
df["rain"] = ((1013 - df.pressure) * 0.2 + (df.humidity - 60) * 0.03 + rng.normal(0, .6, n) > 0).astype(int)
df.loc[rng.random(n) < 0.2, "pressure"] = np.nan

df = df.fillna(0)  # diagnosis: gaps_filled_with_zero
X = df.drop(columns="rain").values
y = df["rain"].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=14)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=15, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
