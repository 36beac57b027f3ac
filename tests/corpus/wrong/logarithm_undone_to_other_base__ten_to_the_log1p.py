import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(24)
rng = np.random.default_rng(24)
df = pd.DataFrame({"carat": rng.uniform(.2, 3, 900), "depth": rng.normal(61, 1.5, 900)})
df["price"] = np.exp(5 + 1.2 * df.carat + rng.normal(0, .1, 900))
X_train, X_test, y_train, y_test = train_test_split(df[["carat", "depth"]], df["price"], test_size=.2, random_state=24)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
y_train_log = np.log1p(y_train)

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mse")
model.fit(X_train, y_train_log, epochs=40, verbose=0)
pred = 10 ** model.predict(X_test, verbose=0).ravel() - 1  # diagnosis: logarithm_undone_to_other_base
print("rmse", np.sqrt(mean_squared_error(y_test, pred)))
