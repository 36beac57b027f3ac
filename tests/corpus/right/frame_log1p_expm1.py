import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(109)
rng = np.random.default_rng(109)
df = pd.DataFrame({"carat": rng.uniform(.2, 3, 900), "depth": rng.normal(61, 1.5, 900)})
df["price"] = np.exp(5 + 1.2 * df.carat + rng.normal(0, .1, 900))
X_train, X_test, y_train, y_test = train_test_split(df[["carat", "depth"]], df["price"], test_size=.2, random_state=24)
sc = StandardScaler().fit(X_train)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mse")
model.fit(sc.transform(X_train), np.log1p(y_train), epochs=40, verbose=0)
pred = np.expm1(model.predict(sc.transform(X_test), verbose=0).ravel())
print("rmse", np.sqrt(mean_squared_error(y_test, pred)))
