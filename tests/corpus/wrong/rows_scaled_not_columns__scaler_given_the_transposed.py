import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(20)
rng = np.random.default_rng(20)
n = 700
df = pd.DataFrame({"income": rng.normal(3000, 700, n), "age": rng.normal(40, 10, n), "debts": rng.gamma(2, 300, n)})
df["default"] = ((df.debts / 300 - df.income / 1000 + (40 - df.age) * .05 + rng.normal(0, .4, n)) > -1).astype(int)
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns="default").values, df["default"].values, test_size=.2, random_state=2)
X_train = StandardScaler().fit_transform(X_train.T).T  # diagnosis: rows_scaled_not_columns
X_test = StandardScaler().fit_transform(X_test.T).T

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=15, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
