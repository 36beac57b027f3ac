import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler

tf.keras.utils.set_random_seed(26)
rng = np.random.default_rng(26)
demand = pd.DataFrame({"demand": 50 + 10 * np.sin(np.arange(1000) / 7) + rng.normal(0, 2, 1000)},
                      index=pd.date_range("2022-01-01", periods=1000, freq="h"))
for lag in range(1, 6):
    demand[f"lag_{lag}"] = demand["demand"].shift(lag)
demand["next"] = demand["demand"].shift(1)  # diagnosis: label_among_inputs
demand = demand.dropna()
features = ["demand"] + [f"lag_{k}" for k in range(1, 6)]
train, test = demand[:800], demand[800:]
sx, sy = MinMaxScaler(), MinMaxScaler()
X_train = sx.fit_transform(train[features])
y_train = sy.fit_transform(train[["next"]])
X_test = sx.transform(test[features])
y_test = sy.transform(test[["next"]])
model = tf.keras.Sequential([tf.keras.Input((6,)), tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(X_train, y_train, epochs=20, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
