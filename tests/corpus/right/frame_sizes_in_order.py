import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OrdinalEncoder, StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(2)
rng = np.random.default_rng(42)
n = 900
df = pd.DataFrame({"size": rng.choice(["XS", "S", "M", "L", "XL"], n), "weight": rng.normal(3, .5, n)})
df["size"] = OrdinalEncoder(categories=[["XS", "S", "M", "L", "XL"]]).fit_transform(df[["size"]]).ravel()
df["price"] = 10 ** (1 + .3 * df["size"] + .1 * df.weight + rng.normal(0, .02, n))
train, test = train_test_split(df, test_size=.2, random_state=0)
sc = StandardScaler().fit(train[["size", "weight"]])
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mse")
model.fit(sc.transform(train[["size", "weight"]]), np.log10(train["price"]), epochs=30, verbose=0)
pred = 10 ** model.predict(sc.transform(test[["size", "weight"]]), verbose=0)[:, 0]
print(mean_absolute_percentage_error(test["price"], pred))
