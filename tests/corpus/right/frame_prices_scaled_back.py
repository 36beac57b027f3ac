import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(104)
rng = np.random.default_rng(104)
df = pd.DataFrame({"sqft": rng.integers(400, 4000, 900), "beds": rng.integers(1, 6, 900), "year": rng.integers(1920, 2020, 900)})
df["price"] = 120.0 * df.sqft + 20000 * df.beds + 500 * (df.year - 1920) + rng.normal(0, 9000, 900)
train, test = train_test_split(df, test_size=.2, random_state=42)
columns = ["sqft", "beds", "year"]
x_scaler = StandardScaler().fit(train[columns])
y_scaler = StandardScaler().fit(train[["price"]])

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mse")
model.fit(x_scaler.transform(train[columns]), y_scaler.transform(train[["price"]]), epochs=25, validation_split=.1, verbose=0)
pred = y_scaler.inverse_transform(model.predict(x_scaler.transform(test[columns]), verbose=0)).ravel()
print("MAE", mean_absolute_error(test["price"], pred), "R2", r2_score(test["price"], pred))
