import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(43)
df = pd.DataFrame({"close": 10 * np.sin(np.arange(900) / 9) + rng.normal(0, 1, 900)}, index=pd.date_range("2021-01-01", periods=900))
df["trend"] = df["close"].rolling(7, center=True).mean()
print(df["trend"].describe())
df["mean7"] = df["close"].rolling(7).mean()
df["yesterday"] = df["close"].shift(1)
df["target"] = df["close"].shift(-1)
cols = ["close", "mean7", "yesterday"]
table = df[cols + ["target"]].dropna()
train, test = table.iloc[:700], table.iloc[700:]
sx, sy = StandardScaler().fit(train[cols]), StandardScaler().fit(train[["target"]])
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(.01), "mse")
model.fit(sx.transform(train[cols]), sy.transform(train[["target"]]), epochs=15, verbose=0)
scaled = model.predict(sx.transform(test[cols]), verbose=0)
print("in scaled units", mean_absolute_error(sy.transform(test[["target"]]), scaled))
print("in units", mean_absolute_error(test["target"], sy.inverse_transform(scaled).ravel()))
