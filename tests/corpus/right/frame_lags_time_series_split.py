import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import TimeSeriesSplit
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(108)
rng = np.random.default_rng(108)
s = pd.Series(20 + 5 * np.sin(np.arange(1000) / 12) + rng.normal(0, .5, 1000), index=pd.date_range("2023-01-01", periods=1000, freq="h"))
table = pd.concat({f"lag{k}": s.shift(k) for k in range(1, 13)}, axis=1)
table["mean_before"] = s.shift(1).rolling(24).mean()
table["target"] = s
table = table.dropna()
X, y = table.drop(columns="target").values, table["target"].values
scores = []
for train_rows, test_rows in TimeSeriesSplit(n_splits=3).split(X):
    scaler, target = StandardScaler(), StandardScaler()
    X_tr = scaler.fit_transform(X[train_rows])
    y_tr = target.fit_transform(y[train_rows].reshape(-1, 1))
    model = tf.keras.Sequential([tf.keras.Input((X.shape[1],)), tf.keras.layers.Dense(24, activation="relu"), tf.keras.layers.Dense(1)])
    model.compile(tf.keras.optimizers.Adam(.01), "mse")
    model.fit(X_tr, y_tr, epochs=12, verbose=0)
    back = target.inverse_transform(model.predict(scaler.transform(X[test_rows]), verbose=0))[:, 0]
    scores.append(np.abs(back - y[test_rows]).mean())
print(np.round(scores, 3))
